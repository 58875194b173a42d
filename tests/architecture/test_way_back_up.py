"""Nobody is lost: each page of the matrix shows the way back up, and every step of it opens."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest
from django.test import Client
from django.urls import reverse

from tests.matrix import PageCase, cases, fields
from tests.scenes import CAST, Scene

PAGES: dict[str, PageCase] = {
    name: case for name, case in cases("PAGES").items() if case.method == "get" and case.allowed
}
WAY = re.compile(r'<nav class="breadcrumb[^"]*" aria-label="You are here">(.*?)</nav>', re.DOTALL)
STEP = re.compile(r'<a href="([^"]+)"')
TOP = frozenset({"home"})
FIRST_LEVEL = fields(
    """
    search waiting people:account people:gone people:safety people:employer_address people:ask people:asked
    people:request people:unsubscribe people:desk alliances:directory organisations:directory campaigns:directory
    petitions:directory events:list events:mine rotas:mine services:register services:tender_inbox
    services:tip_off_inbox petitions:my_sheets assemblies:mediations floor:enter codes:use committees:mine
    services:tip_off_inbox petitions:my_sheets assemblies:mediations floor:enter committees:mine impact:directory
    """
)
"""Pages just below the home page: from them one step leads up."""
APART = frozenset(f"services:tip_off_{page}" for page in ("start", "before", "write", "return"))
"""Where tip-offs are taken in stands apart from the site: no way leads from there into pages with cookies."""


@pytest.fixture(scope="module")
def clients(full_scene: Scene) -> dict[str, Client]:
    """A browser for each of the cast."""
    opened = {name: Client() for name in CAST}
    for name, client in opened.items():
        if name != "visitor":
            client.force_login(full_scene.people[name])
    return opened


@pytest.fixture(scope="module")
def opens(full_scene: Scene, clients: dict[str, Client]) -> Callable[[str, str], bool]:
    """``opens(who, address)``; the same steps stand above many pages, so each is asked for once."""
    return cache(lambda who, address: clients[who].get(address).status_code == 200)


@pytest.mark.parametrize("name", sorted(PAGES.keys() - TOP - APART))
def test_a_page_shows_the_way_back_up_and_each_step_of_it_opens(
    full_scene: Scene, clients: dict[str, Client], opens: Callable[[str, str], bool], name: str
) -> None:
    case = PAGES[name]
    address = reverse(name, kwargs=case.arguments(full_scene))
    allowed = [who for who in CAST if who in case.allowed]
    most = "coordinator" if "coordinator" in allowed else allowed[-1]
    for who in dict.fromkeys((allowed[0], most)):  # whoever sees least, and whoever sees most
        answer = clients[who].get(address, case.data(full_scene))
        if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        ways = WAY.findall(answer.text)
        assert len(ways) == 1, f"{address} shows {len(ways)} ways back up"
        steps = STEP.findall(ways[0])
        assert steps[:1] == [reverse("home")], f"the way up from {address} does not begin at the home page"
        assert address not in steps, f"{address} names itself among the steps above it"
        assert name in FIRST_LEVEL or len(steps) > 1, f"{address} has no step between itself and the home page"
        for step in steps:
            assert opens(who, step), f"{step}, above {address}, does not open for {who}"
