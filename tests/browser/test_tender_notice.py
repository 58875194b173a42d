"""A tender notice, from the file to the threat, by keyboard alone and on a phone."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from causeway.domains.services.models import Threat
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.services.scene import centre
from tests.domains.services.tender_scene import body, release
from tests.scenes import Scene
from tests.work import work


def tab_to(page: Page, words: str) -> None:
    """Press the tab key until the element with these words has the focus."""
    for _press in range(80):
        page.keyboard.press("Tab")
        here = page.evaluate(
            "() => { const e = document.activeElement; return (e.labels?.[0] ?? e).innerText || e.value || '' }"
        )
        if words in here:
            return
    raise AssertionError(f"“{words}” cannot be reached by the tab key on {page.url}")


def test_a_notice_is_read_and_taken_up_by_keyboard(open_as: OpenAs, cast: Scene, tmp_path: Path) -> None:
    centre(cast)
    file = tmp_path / "day.json"
    far = release(ocid="ocds-far", id="far", buyer={"id": "9", "name": "Farshire"}, parties=[], date=None)
    file.write_bytes(body(release(), far, None))
    assert json.loads(file.read_text())
    cora = open_as("coordinator", phone=True)
    cora.goto("/services/tenders/")
    picture(cora, "tenders-empty-phone")
    check_accessible(cora)
    cora.get_by_role("link", name="Bring a file").click()
    cora.get_by_label("OCDS release package").set_input_files(str(file))
    tab_to(cora, "Read this file")
    cora.keyboard.press("Enter")
    expect(cora.get_by_text("It waits to be read")).to_be_visible()
    check_accessible(cora)
    work()
    tab_to(cora, "Look again")
    cora.keyboard.press("Enter")
    expect(cora.get_by_text("left out").last).to_be_visible()
    picture(cora, "tenders-report-phone")
    check_accessible(cora)
    tab_to(cora, "Decide on the notices")
    cora.keyboard.press("Enter")
    expect(cora.get_by_text("fits Rowan Day Centre")).to_be_visible()
    picture(cora, "tenders-inbox-phone")
    check_accessible(cora)
    tab_to(cora, "Rowan Day Centre: mental health")
    cora.keyboard.press("Enter")
    expect(cora.get_by_text("Same buyer: Westbury Council")).to_be_visible()
    tab_to(cora, "Take it up as a threat")
    cora.keyboard.press("Enter")
    expect(cora.get_by_role("button", name="Record the threat")).to_be_visible()
    picture(cora, "tenders-notice-phone")
    check_accessible(cora)
    tab_to(cora, "Record the threat")
    cora.keyboard.press("Enter")
    expect(cora.get_by_text("The threat is recorded")).to_be_visible()
    assert Threat.objects.get().source_url == "https://example.org/notice/one"
    wide = open_as("coordinator")
    wide.goto("/services/tenders/?state=all")
    picture(wide, "tenders-inbox-desktop")
    wide.get_by_role("link", name="Rowan Day Centre: mental health").first.click()
    picture(wide, "tenders-notice-desktop")
    check_accessible(wide)
