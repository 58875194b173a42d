"""The permission matrix: for every command, URL and API route, who of the cast may.

Each room lists its cases in ``tests/domains/<room>/matrix.py`` as ``COMMANDS``, ``PAGES`` and ``API``; the tests in
``tests/architecture/test_permissions.py`` run each case for the whole cast, and fail where a case is missing.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command
from tests.scenes import CAST, Scene

EVERYBODY = frozenset(CAST)
SIGNED_IN = EVERYBODY - {"visitor"}
NOBODY: frozenset[str] = frozenset()

ROOMS = ("people", "alliances", "services", "campaigns", "impact", "petitions", "assemblies", "budgets")


@dataclass(frozen=True)
class CommandCase:
    """``build(scene, actor)`` makes the command afresh; ``allowed`` names who of the cast may perform it.

    ``also`` names further actors (a bearer of a link, the system), each with whether it may.
    """

    build: Callable[[Scene, Actor], Command[Any]]
    allowed: frozenset[str]
    also: tuple[tuple[Callable[[Scene], Actor], bool], ...] = ()


@dataclass(frozen=True)
class PageCase:
    """A page by its URL name: ``arguments(scene)`` gives the address's parts.

    ``allowed`` may open it (status 200, or a redirect elsewhere than to the sign-in); everybody else is sent to sign
    in, refused (403) or told that nothing is there (404). ``method`` is POST for addresses that only take forms, and
    then ``data`` is sent.
    """

    allowed: frozenset[str]
    arguments: Callable[[Scene], dict[str, Any]] = field(default=lambda _scene: {})
    method: str = "get"
    data: Callable[[Scene], dict[str, Any]] = field(default=lambda _scene: {})


def fields(words: str) -> frozenset[str]:
    """Names of fields, written one after the other."""
    return frozenset(words.split())


@dataclass(frozen=True)
class ApiCase:
    """An API route by operation id: who may call it, and exactly which fields the answer has.

    ``fields`` are those at the top; ``within`` names those of every object further in, by its place: ``items[]`` for
    what a list holds, ``organization`` for one object, ``contents[].location`` for one within each of a list. ``body``
    is what is sent.
    """

    allowed: frozenset[str]
    fields: frozenset[str]
    arguments: Callable[[Scene], dict[str, Any]] = field(default=lambda _scene: {})
    within: Mapping[str, frozenset[str]] = field(default_factory=dict)
    body: Mapping[str, Any] = field(default_factory=dict)


def cases(kind: str) -> dict[str, Any]:
    """All rooms' cases of one kind (``COMMANDS``, ``PAGES`` or ``API``) in one table."""
    table: dict[str, Any] = {}
    for room in (*(f"domains.{room}" for room in ROOMS), "surfaces"):
        module = importlib.import_module(f"tests.{room}.matrix")
        table.update(getattr(module, kind, {}))
    return table
