"""An alliance's life as its people meet it: founded, joined, meeting, minuted; and by keyboard alone."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from causeway.domains.alliances.models import Meeting
from causeway.kernel import clock
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.scenes import Scene


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def _follow(page: Page, name: str) -> None:
    page.locator("main a").filter(has_text=name).first.click()


def _look(page: Page, name: str) -> None:
    check_accessible(page)
    picture(page, f"alliances-{name}")


def test_an_alliance_is_founded_joined_and_meets(open_as: OpenAs, cast: Scene) -> None:
    sam = open_as("stranger")
    sam.goto("/alliances/")
    _look(sam, "directory")
    _follow(sam, "Found an alliance")
    _press(sam, "Found this alliance")
    expect(sam.get_by_role("alert")).to_be_visible()
    _look(sam, "found-errors")
    sam.get_by_label("Name").fill("Northmarsh Alliance")
    sam.get_by_label("Area").fill("Northmarsh")
    _press(sam, "Found this alliance")
    expect(sam.get_by_role("heading", name="Northmarsh Alliance", level=1)).to_be_visible()
    expect(sam.get_by_text("Missing", exact=True)).to_have_count(3)
    home = sam.url

    _follow(sam, "Invite an organisation")
    sam.get_by_label("Name or area").fill("westbury health")
    _press(sam, "Search")
    _look(sam, "choose")
    _follow(sam, "Invite Westbury Health Branch")
    sam.get_by_label("Workers").check()
    _press(sam, "Send the invitation")

    ravi = open_as("rep", phone=True)
    ravi.goto(cast.branch.get_absolute_url())
    _look(ravi, "organisation-phone")
    _follow(ravi, "Open the proposal")
    _look(ravi, "proposal-phone")
    _press(ravi, "Agree")
    expect(ravi.get_by_role("link", name="Westbury Health Branch")).to_be_visible()

    sam.goto(home)
    _follow(sam, "Strategy")
    for number, title in enumerate(("Economic agenda", "Workplace organising", "Community", "Political strategy")):
        sam.locator(f"#id_form-{number}-title").fill(title)
    _press(sam, "Save the strategy")
    _look(sam, "alliance")
    _follow(sam, "Offer an office")
    sam.get_by_label("Title of the office").fill("Secretary")
    sam.get_by_label("Coordinator:").check()
    sam.get_by_label("E-mail address").fill("una@example.org")
    _look(sam, "offer-form")
    _press(sam, "Offer it")
    _look(sam, "offices")

    una = open_as("user", phone=True, script=False)
    una.goto("/offices/")
    _follow(una, "Secretary")
    una.get_by_label("Show my display name").check()
    _press(una, "Accept the office")
    expect(una.locator("#main").get_by_text("Una User")).to_be_visible()
    picture(una, "alliances-alliance-phone")

    sam.goto(home)
    _follow(sam, "Call a meeting")
    sam.get_by_label("Title").fill("First meeting")
    sam.get_by_label("Day").fill((clock.today() + timedelta(days=1)).isoformat())
    sam.get_by_label("Starts at").fill("19:00")
    sam.get_by_label("Ends at").fill("20:30")
    sam.get_by_label("Place").fill("Northmarsh Library")
    sam.get_by_label("Access").fill("Step-free, hearing loop")
    sam.get_by_label("Public: anyone").check()
    _look(sam, "meeting-form")
    _press(sam, "Call the meeting")
    _follow(sam, "Set the agenda")
    sam.locator("#id_form-0-title").fill("Who is missing?")
    sam.locator("#id_form-0-minutes").fill("20")
    sam.locator("#id_form-1-title").fill("Day centre")
    _look(sam, "agenda")
    _press(sam, "Save the agenda")
    expect(sam.get_by_text("Who is missing?")).to_be_visible()
    meeting = Meeting.objects.get()
    _hold(meeting)

    sam.reload()
    _follow(sam, "Record the attendance")
    sam.get_by_label("Westbury Health Branch").fill("5")
    _look(sam, "attendance")
    _press(sam, "Record the attendance")
    _follow(sam, "Record an action")
    sam.get_by_label("What was agreed?").fill("Ask the carers’ group")
    sam.get_by_label("Who does it?").fill("The secretary")
    _press(sam, "Record it")
    _follow(sam, "Write the minutes")
    sam.get_by_label("Minutes").fill("We agreed to ask the carers.")
    _press(sam, "Save the minutes")
    _follow(sam, "Record that they were adopted")
    _press(sam, "Record it")
    expect(sam.get_by_text("Adopted", exact=True)).to_be_visible()
    _look(sam, "meeting")

    sam.goto(f"{home}meetings/")
    _look(sam, "meetings")
    calendar = sam.request.get(f"{home}calendar.ics").text()
    assert f"UID:meeting-{meeting.pk}" in calendar
    sam.goto(f"{home}trail/")
    _look(sam, "trail")
    expect(sam.get_by_text("founded the alliance “Northmarsh Alliance”")).to_be_visible()
    visitor = open_as("visitor", phone=True)
    for name, address in (("meeting", meeting.get_absolute_url()), ("tree", "/alliances/all/tree/")):
        visitor.goto(address)
        _look(visitor, f"{name}-phone")


def _hold(meeting: Meeting) -> None:
    """Let time pass: the meeting was yesterday."""
    two_days = timedelta(days=2)
    moved = {"starts_at": meeting.starts_at - two_days, "ends_at": meeting.ends_at - two_days}
    Meeting.objects.filter(pk=meeting.pk).update(**moved)
    assert timezone.localdate(moved["starts_at"]) < clock.today()


def test_an_organisation_is_joined_and_left_by_keyboard_alone(open_as: OpenAs, cast: Scene) -> None:
    page = open_as("stranger")
    page.goto(cast.users_group.get_absolute_url())
    _tab_to(page, "Join")
    page.keyboard.press("Enter")
    expect(page.get_by_text("You have belonged to it here since")).to_be_visible()
    _tab_to(page, "Leave")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Leave")
    _tab_to(page, "Leave")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing of your membership is kept.")).to_be_visible()


def _tab_to(page: Page, words: str) -> None:
    """Press Tab until the thing with exactly these words has the focus."""
    for _press_number in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText.trim()") == words:
            return
    raise AssertionError(f"“{words}” is not reached by Tab")
