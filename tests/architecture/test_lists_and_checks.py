"""The list and the check agree: what a query shows somebody is exactly what opens for them.

Every query of the rooms that takes an actor and gives rows is found here by itself. It is either a ``WHOLE`` list, and
then each row of the scene is in somebody's list exactly if its page opens for them; or a ``PART`` of what they see, and
then each row in it opens for them, and what it links to does too.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db.models import Model, QuerySet
from django.test import Client
from django.urls import reverse

import causeway.domains
from causeway.domains.campaigns.directory import Wanted
from causeway.domains.services.queries.threats import WantedThreats
from tests.scenes import CAST, Scene

Query = Callable[..., QuerySet[Any]]
Page = Callable[[Any], str]


def _queries() -> Iterator[tuple[str, Query]]:
    for module in pkgutil.walk_packages(causeway.domains.__path__, "causeway.domains."):
        if ".migrations" in module.name:
            continue
        for name, function in vars(importlib.import_module(module.name)).items():
            if inspect.isfunction(function) and function.__module__ == module.name and not name.startswith("_"):
                signature = inspect.signature(function)
                first = next(iter(signature.parameters), "")
                if first.lstrip("_") == "actor" and str(signature.return_annotation).startswith("QuerySet["):
                    yield name, function


QUERIES = dict(_queries())


def own(row: Model) -> str:
    return str(row.get_absolute_url())  # type: ignore[attr-defined]


def by(name: str, parameter: str) -> Page:
    """The page of that name, whose address holds the row's identifier."""
    return lambda row: reverse(name, kwargs={parameter: row.pk})


WHOLE: dict[str, Page] = {
    "visible_services": own,
    "visible_bodies": own,
    "visible_threats": own,
    "offers_of": by("services:tender_notice", "offer_id"),
    "feeds_of": by("services:remove_tender_feed", "feed_id"),
    "packages_of": by("services:tender_package", "package_id"),
    "tip_offs_of": by("services:tip_off", "tip_off_id"),
    "statements_of": by("services:start_threat", "statement_id"),
    "visible_campaigns": own,
    "visible_events": lambda row: reverse("events:event", kwargs={"slug": row.slug}),
    "visible_rotas": by("rotas:rota", "rota_id"),
    "visible_petitions": lambda row: reverse("petitions:petition", kwargs={"slug": row.slug}),
    "visible_sheets": by("petitions:sheet", "sheet_id"),
    "visible_hand_ins": by("petitions:hand_in", "hand_in_id"),
    "visible_meetings": own,
    "visible_processes": own,
    "visible_budgets": own,
    "visible_votes": own,
    "visible_committees": own,
    "visible_checks": own,
    "visible_motions": own,
    "visible_mediations": own,
    "visible_texts": own,
    "visible_recalls": own,
    "visible_reports": own,
    "visible_proposals": by("alliances:proposal", "proposal_id"),
}
OPEN_TO_ALL = {"visible_services", "visible_bodies", "visible_hand_ins"}
PART: dict[str, tuple[Page, dict[str, Any]]] = {
    "campaigns_found": (own, {"wanted": Wanted()}),
    "run_by": (own, {}),
    "taken_part_in": (own, {}),
    "waiting_requests": (lambda row: own(row.campaign), {}),
    "waiting_invitations": (lambda row: own(row.campaign), {}),
    "listed_threats": (own, {"wanted": WantedThreats()}),
    "waiting_notices": (WHOLE["offers_of"], {}),
    "keys_to_make": (lambda row: reverse("services:handler_key", kwargs={"slug": row.slug}), {}),
    "waiting_releases": (by("services:decide_release", "proposal_id"), {}),
    "waiting_statements": (WHOLE["statements_of"], {}),
    "sheets_out": (WHOLE["visible_sheets"], {}),
    "sheets_waiting": (WHOLE["visible_sheets"], {"due_by": date(2100, 1, 1)}),
    "sheets_to_take_in": (WHOLE["visible_sheets"], {}),
    "meetings_with_me": (own, {}),
    "waiting_offers": (by("offices:answer", "offer_id"), {}),
    "seats_offered": (lambda row: own(row.committee), {}),
    "reports_due": (by("mandates:write", "seat_id"), {}),
    "vacancies_asking": (by("committees:vacancy", "seat_id"), {}),
    "waiting_proposals": (WHOLE["visible_proposals"], {}),
    "consents_of": (lambda _row: reverse("people:account"), {}),
    "requests_of": (lambda _row: reverse("people:own_requests"), {}),
    "requests_for_desk": (by("people:desk_request", "request_id"), {}),
}


@pytest.fixture(scope="module")
def opens(full_scene: Scene) -> Callable[[str, str], bool]:
    """Whether an address opens for a name of the cast; each is asked once."""
    clients = {name: Client() for name in CAST}
    for name in CAST:
        if name != "visitor":
            clients[name].force_login(full_scene.people[name])
    known: dict[tuple[str, str], bool] = {}

    def ask(member: str, address: str) -> bool:
        if (member, address) not in known:
            known[member, address] = clients[member].get(address).status_code == 200
        return known[member, address]

    return ask


def test_every_query_is_a_whole_list_or_a_part_of_one() -> None:
    assert set(QUERIES) == set(WHOLE) | set(PART)


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_what_is_in_the_list_is_exactly_what_opens(
    full_scene: Scene, opens: Callable[[str, str], bool], name: str
) -> None:
    query, page = QUERIES[name], WHOLE[name]
    model = query(full_scene.actor("visitor")).model
    outcomes = set()
    for row in model._base_manager.all():
        for member in CAST:
            listed = query(full_scene.actor(member)).filter(pk=row.pk).exists()
            assert opens(member, page(row)) is listed, f"{row}, {member}: listed is {listed}"
            outcomes.add(listed)
    assert outcomes == ({True} if name in OPEN_TO_ALL else {True, False}), "the scene holds too little to tell"


@pytest.mark.parametrize("name", sorted(PART))
def test_what_waits_for_somebody_opens_for_them(
    full_scene: Scene, opens: Callable[[str, str], bool], name: str
) -> None:
    page, further = PART[name]
    found = 0
    for member in CAST:
        for row in QUERIES[name](full_scene.actor(member), **further):
            assert opens(member, page(row)), f"{row}, {member}"
            found += 1
    assert found, "the scene holds too little to tell"
