"""Every page of the site, as somebody who may open it: axe, the width of a phone and of a desktop, and no complaint."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from django.urls import reverse
from playwright.sync_api import ConsoleMessage, Error, Page

from tests.browser.conftest import DESKTOP, PHONE, OpenAs, check_accessible, check_width, picture
from tests.matrix import PageCase, cases
from tests.scenes import CAST, Scene

# Pages that nobody of the cast may open (the staff's desk) are looked at by their room's own browser test.
PAGES: dict[str, PageCase] = {
    name: case for name, case in cases("PAGES").items() if case.method == "get" and case.allowed
}
ROOMS = sorted({name.partition(":")[0] if ":" in name else "site" for name in PAGES})


@dataclass
class Reader:
    """Somebody's window: one for all pages, first as narrow as a phone, then as wide as a desktop."""

    page: Page
    said: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self.listen)

    def listen(self, message: ConsoleMessage) -> None:
        own = not message.location["url"].endswith("/favicon.ico")  # which browsers ask for beside a file
        if message.type == "error" and own:
            self.said.append(message.text)

    def look_at(self, name: str, address: str) -> None:
        """Raises AssertionError with what is wrong. What is no page (a file, a redirect to one) is left out."""
        self.said.clear()
        self.page.set_viewport_size(PHONE)
        try:
            answer = self.page.goto(address)
        except Error as error:
            if "Download is starting" in str(error):
                return
            raise
        assert answer
        if not answer.ok or not answer.headers.get("content-type", "").startswith("text/html"):
            return
        picture(self.page, f"{name}-phone")
        check_accessible(self.page)
        self.page.set_viewport_size(DESKTOP)
        picture(self.page, f"{name}-desktop")
        check_width(self.page)
        assert not self.said, self.said


def in_room(room: str) -> list[str]:
    return sorted(name for name in PAGES if (name.partition(":")[0] if ":" in name else "site") == room)


@pytest.mark.parametrize("room", ROOMS)
def test_every_page_of_a_room_is_accessible_on_phone_and_desktop(open_as: OpenAs, cast: Scene, room: str) -> None:
    readers: dict[str, Reader] = {}
    complaints: list[str] = []
    for name in in_room(room):
        case = PAGES[name]
        member = next(who for who in (*CAST[1:], "visitor") if who in case.allowed)
        member = "coordinator" if "coordinator" in case.allowed else member
        if member not in readers:
            readers[member] = Reader(open_as(member))
        try:
            readers[member].look_at(name, reverse(name, kwargs=case.arguments(cast), query=case.data(cast)))
        except AssertionError as error:
            complaints.append(f"{name} (as {member}): {error}")
    assert not complaints, "\n\n".join(complaints)
