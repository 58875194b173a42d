"""The permission matrix: every command, page and API route, for the whole cast."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

import causeway.domains
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Bearer, Staff, System
from causeway.kernel.commands import DECLARED
from causeway.kernel.errors import CausewayError, Missing, Refused
from causeway.kernel.perform import perform
from tests.matrix import cases
from tests.scenes import CAST, Scene

for module in pkgutil.walk_packages(causeway.domains.__path__, "causeway.domains."):
    if ".commands" in module.name:
        importlib.import_module(module.name)

COMMANDS = cases("COMMANDS")
PAGES = cases("PAGES")
API = cases("API")
FOREIGN = ("account_", "mfa_", "api-")  # allauth's and ninja's own pages are tested by their makers


class _Undo(Exception):
    pass


def test_every_command_is_in_the_matrix() -> None:
    declared = {kind.__name__ for kind in DECLARED if kind.__module__.startswith("causeway.")}
    assert declared == set(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_a_command_is_open_to_exactly_those_whom_its_policy_names(scene: Scene, name: str) -> None:
    case = COMMANDS[name]
    outcomes = {member: _may(scene, name, scene.actor(member)) for member in CAST}
    assert {member for member, allowed in outcomes.items() if allowed} == set(case.allowed)
    for make_actor, expected in case.also:
        assert _may(scene, name, make_actor(scene)) is expected
    named = {type(make_actor(scene)) for make_actor, expected in case.also if expected}
    for actor in _from_outside(scene):
        let_in = type(actor) in named or "visitor" in case.allowed
        assert let_in or not _may(scene, name, actor), f"{type(actor).__name__} may, and the matrix does not say so"


def _from_outside(scene: Scene) -> tuple[Actor, ...]:
    """A job, the holder of a secret for something else, and staff who look into Westbury's matters."""
    until = clock.now() + timedelta(minutes=30)
    return (
        System("a test"),
        Bearer("something-else", scene.westbury.pk),
        Staff(UUID(int=7), UUID(int=8), "A test.", until, scene.westbury.pk),
    )


def _may(scene: Scene, name: str, actor: object) -> bool:
    """Try the command and undo it. Anything but a refusal counts as let in by the policy."""
    command = COMMANDS[name].build(scene, actor)  # type: ignore[arg-type]  # outside: what it made once must last
    try:
        with transaction.atomic():
            perform(actor, command)  # type: ignore[arg-type]
            raise _Undo
    except (Refused, Missing):
        return False
    except (_Undo, CausewayError):
        return True


def test_every_policy_has_a_sentence_that_a_person_can_read() -> None:
    for declared in DECLARED.values():
        sentence = declared.policy.sentence
        assert sentence[0].isupper(), sentence
        assert sentence.endswith("."), sentence


def test_every_address_has_a_name_by_which_the_matrix_knows_it() -> None:
    assert [str(pattern.pattern) for pattern in _patterns(get_resolver().url_patterns) if not pattern.name] == []


def _patterns(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _patterns(pattern.url_patterns)
        else:
            yield pattern


def _page_names(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{prefix}{pattern.namespace}:" if pattern.namespace else prefix
            yield from _page_names(pattern.url_patterns, inner)
        elif pattern.name:
            yield f"{prefix}{pattern.name}"


def test_every_page_is_in_the_matrix() -> None:
    names = {name for name in _page_names(get_resolver().url_patterns) if not name.startswith(FOREIGN)}
    assert names == set(PAGES)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_page_opens_for_exactly_those_whom_the_matrix_names(scene: Scene, name: str) -> None:
    case = PAGES[name]
    address = reverse(name, kwargs=case.arguments(scene))
    opened = {member for member in CAST if _opens(scene, member, address, name)}
    assert opened == set(case.allowed)


def _opens(scene: Scene, member: str, address: str, name: str) -> bool:
    client = Client()
    if member != "visitor":
        client.force_login(scene.people[member])
    try:
        with transaction.atomic():
            case = PAGES[name]
            answer = getattr(client, case.method)(address, case.data(scene))
            raise _Undo
    except _Undo:
        pass
    assert answer.status_code in {200, 204, 302, 303, 403, 404, 422}, f"{name} answered {answer.status_code}"
    to_sign_in = answer.status_code in {302, 303} and "/account/login" in answer.headers["Location"]
    return (answer.status_code < 400 and not to_sign_in) or answer.status_code == 422


def test_every_api_route_is_in_the_matrix() -> None:
    from causeway.project.api import api

    schema = api.get_openapi_schema()
    operations = {operation["operationId"] for path in schema["paths"].values() for operation in path.values()}
    assert operations == set(API)
