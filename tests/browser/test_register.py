"""A coordinator adds a service and a threat by keyboard alone; a visitor sees the clock on a phone."""

from __future__ import annotations

from datetime import date, timedelta

from playwright.sync_api import Page, expect

from causeway.domains.services.models import Service, Threat
from causeway.kernel import clock
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.services.scene import public_threat, reading
from tests.scenes import Scene


def tab_to(page: Page, words: str) -> None:
    """Press Tab until what has this label, text or name is focused."""
    for _press in range(120):
        page.keyboard.press("Tab")
        found = page.evaluate(
            """() => { const e = document.activeElement; const l = e.labels && e.labels[0];
            return (l ? l.innerText : e.innerText || '').trim() }"""
        )
        if found.startswith(words):
            return
    raise AssertionError(f"Tab never came to “{words}”.")


def type_day(page: Page, day: date) -> None:
    """Type a day into the date field in focus, in whichever order this browser wants its parts."""
    for order in ("%m%d%Y", "%d%m%Y"):
        page.keyboard.type(day.strftime(order))
        if page.evaluate("document.activeElement.value") == day.isoformat():
            return
        for _part in range(3):
            page.keyboard.press("ArrowLeft")
    raise AssertionError("The date field takes the day in neither order.")


def test_a_coordinator_adds_a_service_and_a_threat_by_keyboard_and_a_visitor_sees_the_clock_on_a_phone(
    open_as: OpenAs, cast: Scene
) -> None:
    page = open_as("coordinator")
    page.goto("/services/")
    picture(page, "register-empty")
    tab_to(page, "Add a service")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/add/**")
    tab_to(page, "Name of the service")
    page.keyboard.type("Rowan Day Centre")
    tab_to(page, "What it does")
    page.keyboard.type("Meals, company and advice for people in mental distress.")
    tab_to(page, "Who provides it")
    page.keyboard.type("Westbury Council")
    tab_to(page, "Postcode or nearest large town")
    page.keyboard.type("BA14 8JN")
    tab_to(page, "Save")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/at/**")
    tab_to(page, "Record a threat")
    page.keyboard.press("Enter")
    page.wait_for_url("**/threat/")
    check_accessible(page)
    picture(page, "threat-form")
    tab_to(page, "Record the threat")
    page.keyboard.press("Enter")
    page.get_by_text("There is a problem").wait_for()
    check_accessible(page)
    tab_to(page, "Title")
    page.keyboard.type("Rowan Day Centre to close")
    tab_to(page, "Consultation closes")
    closes = clock.today() + timedelta(days=12)
    type_day(page, closes)
    tab_to(page, "Record the threat")
    page.keyboard.press("Enter")
    page.wait_for_url("**/threats/at/**")
    tab_to(page, "Publish")
    page.keyboard.press("Enter")
    page.wait_for_url("**/publish/")
    tab_to(page, "Publish it")
    page.keyboard.press("Enter")
    page.get_by_text("The threat is published").wait_for()
    check_accessible(page)
    picture(page, "threat-coordinator-desktop")
    assert Threat.objects.get().consultation_closes_on == closes
    assert Service.objects.get().status == "threatened"

    phone = open_as("visitor", phone=True, script=False)
    phone.goto("/services/")
    phone.get_by_role("link", name="Rowan Day Centre to close").click()
    expect(phone.get_by_text("12 days left").first).to_be_visible()
    picture(phone, "threat-visitor-phone")


def test_every_page_of_the_register_is_accessible_on_phone_and_desktop_light_and_dark(
    open_as: OpenAs, cast: Scene
) -> None:
    shown, waiting = public_threat(cast), reading(cast)
    coordinator = [
        f"/services/imports/{waiting.pk}/",
        f"/services/threats/at/{shown.slug}/dates/",
        "/services/imports/",
    ]
    visitor = [
        "/services/",
        "/services/map/",
        shown.service.get_absolute_url(),
        "/services/threats/",
        shown.get_absolute_url(),
        f"{shown.get_absolute_url()}chronology/",
        "/services/bodies/",
    ]
    for phone, dark in ((True, True), (False, False)):
        for name, addresses in (("visitor", visitor), ("coordinator", coordinator)):
            page = open_as(name, phone=phone, dark=dark)
            for address in addresses:
                page.goto(address)
                check_accessible(page)
                kind = "phone" if phone else "desktop"
                picture(page, f"services-{kind}-{address.strip('/').replace('/', '-')[:60]}")
