"""Every page of the site, as somebody who may open it, on a phone and on a desktop: axe, width, and no complaint."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.matrix import PageCase, cases
from tests.scenes import CAST, Scene

# Pages that nobody of the cast may open (the staff's desk) are looked at by their room's own browser test.
PAGES: dict[str, PageCase] = {
    name: case for name, case in cases("PAGES").items() if case.method == "get" and case.allowed
}
ROOMS = sorted({name.partition(":")[0] if ":" in name else "site" for name in PAGES})


def in_room(room: str) -> list[str]:
    return sorted(name for name in PAGES if (name.partition(":")[0] if ":" in name else "site") == room)


@pytest.mark.parametrize("room", ROOMS)
def test_every_page_of_a_room_is_accessible_on_phone_and_desktop(open_as: OpenAs, cast: Scene, room: str) -> None:
    opened: dict[tuple[str, bool], Page] = {}
    complaints: list[str] = []
    for name in in_room(room):
        case = PAGES[name]
        member = next(who for who in (*CAST[1:], "visitor") if who in case.allowed)
        member = "coordinator" if "coordinator" in case.allowed else member
        address = reverse(name, kwargs=case.arguments(cast))
        for phone in (True, False):
            if (member, phone) not in opened:
                opened[member, phone] = open_as(member, phone=phone)
            page = opened[member, phone]
            answer = page.request.get(address, params=case.data(cast))
            if not answer.headers.get("content-type", "").startswith("text/html") or not answer.ok:
                continue  # a file, or a redirect to one
            said: list[str] = []
            page.on(
                "console", lambda message, said=said: said.append(message.text) if message.type == "error" else None
            )
            page.goto(answer.url)
            picture(page, f"{name}-{'phone' if phone else 'desktop'}")
            try:
                check_accessible(page)
                assert not said, said
            except AssertionError as error:
                complaints.append(f"{name} ({'phone' if phone else 'desktop'}, as {member}): {error}")
    assert not complaints, "\n\n".join(complaints)
