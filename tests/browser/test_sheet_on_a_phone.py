"""Typing a sheet in on a phone: twenty lines must not become twenty pages."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.petitions.paper_scene import sheet_back
from tests.scenes import Scene

MOST_PIXELS_A_LINE = 110
LEAST_TARGET = 24


def test_a_line_is_short_its_headings_stay_and_its_fields_are_large_enough(open_as: OpenAs, cast: Scene) -> None:
    sheet = sheet_back(cast)
    page = open_as("coordinator", phone=True)
    page.goto(f"/petitions/sheets/{sheet.pk}/type/")
    last = page.locator(".typing tbody tr").last
    last.get_by_label("Name on line").fill("Zoë O’Neill")
    last.scroll_into_view_if_needed()
    expect(page.get_by_role("columnheader", name="Postcode")).to_be_in_viewport()
    heights = page.locator(".typing tbody tr").evaluate_all("rows => rows.map(row => row.offsetHeight)")
    assert len(heights) == sheet.line_count
    assert max(heights) <= MOST_PIXELS_A_LINE
    fields = page.locator(".typing tbody input").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => Math.min(box.width, box.height))"
    )
    assert min(fields) >= LEAST_TARGET
    check_accessible(page)
    picture(page, "sheet-typed-on-a-phone")


def test_the_headings_never_cover_the_field_that_has_the_focus(open_as: OpenAs, cast: Scene) -> None:
    page = open_as("coordinator", phone=True)
    page.goto(f"/petitions/sheets/{sheet_back(cast).pk}/type/")
    page.get_by_label("Name on line 12").focus()
    for _step in range(30):
        page.keyboard.press("Shift+Tab")
        hidden = page.evaluate(
            """() => {
                const box = document.activeElement.getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return top !== document.activeElement;
            }"""
        )
        assert not hidden
