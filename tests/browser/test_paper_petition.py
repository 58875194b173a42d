"""A sheet's whole life: printed, out, back, typed by keyboard alone, duplicates found, counted, handed in."""

from __future__ import annotations

import io

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.petitions.scene import confirm, petition, sign
from tests.scenes import Scene
from tests.work import work


def looked_at(page: Page, name: str) -> None:
    """Accessible in this state, which ``test_every_page`` does not reach, and kept as a picture."""
    check_accessible(page)
    picture(page, name)


def test_a_sheet_of_paper_from_the_printer_to_the_hand_in(open_as: OpenAs, cast: Scene) -> None:
    made = petition(cast)
    confirm(sign(cast, "Zoë O’Neill", "zoe@example.org"))
    cora = open_as("coordinator")

    cora.goto(f"/petitions/{made.slug}/sheets/")
    picture(cora, "paper-1-no-sheets")
    cora.get_by_role("button", name="Print sheets").click()
    cora.get_by_label("How many sheets?").fill("2")
    picture(cora, "paper-2-print")
    cora.get_by_role("button", name="Make the sheets").click()
    picture(cora, "paper-3-printed")
    address = cora.get_by_role("button", name="Open the PDF to print").get_attribute("href")
    file = cora.request.get(str(address)).body()
    assert "1-B" in PdfReader(io.BytesIO(file)).pages[0].extract_text().replace("\u200b", "")

    cora.get_by_role("link", name="Register out 1-B").click()
    cora.get_by_label("Or with somebody who has an account").fill("ravi@example.org")
    picture(cora, "paper-4-out")
    cora.get_by_role("button", name="Register it out").click()
    expect(cora.get_by_role("table")).to_contain_text("Ravi Rep")
    looked_at(cora, "paper-5-sheets")

    ravi = open_as("rep", phone=True, script=False)
    ravi.goto("/petitions/my-sheets/")
    looked_at(ravi, "paper-6-my-sheets-phone")
    ravi.get_by_role("link", name="Sheet 1-B").click()
    picture(ravi, "paper-7-sheet-phone")
    ravi.get_by_role("button", name="Type it in").click()
    expect(ravi.get_by_role("button", name="Take the sheet in")).to_be_visible()
    looked_at(ravi, "paper-8-type-phone")

    desk = open_as("rep")
    desk.goto(ravi.url)
    for words in ("Ann Lee", "m6 5fs"):
        desk.keyboard.type(words)
        desk.keyboard.press("Tab")
    desk.keyboard.press("Space")  # box A
    for _step in range(3):
        desk.keyboard.press("Tab")
    for words in ("zoe oneill", "”"):
        desk.keyboard.type(words)
        desk.keyboard.press("Tab")
    desk.get_by_text("Line 2: counted already").wait_for()
    looked_at(desk, "paper-9-type")
    desk.get_by_role("button", name="Take the sheet in").focus()
    desk.keyboard.press("Enter")
    desk.get_by_text("counted once already").wait_for()
    looked_at(desk, "paper-10-typed")

    cora.goto(desk.url)
    cora.get_by_role("button", name="Check it").click()
    expect(cora.get_by_role("button", name="It agrees with the paper")).to_be_visible()
    looked_at(cora, "paper-11-check")
    cora.get_by_role("button", name="It agrees with the paper").click()
    expect(cora.get_by_role("button", name="It agrees with the paper")).to_have_count(0)
    work()

    cora.goto(f"/petitions/{made.slug}/")
    expect(cora.get_by_role("main")).to_contain_text("1 online and 1 on paper")
    cora.goto(f"/petitions/{made.slug}/hand-in/")
    cora.get_by_label("To whom?").fill("The Leader of Westbury Council")
    cora.get_by_label("Hand in the names").check()
    picture(cora, "paper-12-hand-in")
    cora.get_by_role("button", name="Record the hand-in").click()
    expect(cora.get_by_role("button", name="Take a copy of the papers")).to_be_visible()
    looked_at(cora, "paper-13-handed-in")
    with cora.expect_download() as download:
        cora.get_by_role("button", name="Take a copy of the papers").click()
    reader = PdfReader(str(download.value.path()))
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "Ann Lee" in text
    assert "O’Neill" not in text
    assert "copy 1" in text
    cora.get_by_role("button", name="Record the answer").click()
    cora.get_by_label("What did they answer?").fill("The day centre stays open.")
    cora.get_by_label("Where does it stand?").fill("Letter of today")
    cora.get_by_role("button", name="Record the answer").click()
    expect(cora.get_by_role("main")).to_contain_text("The day centre stays open.")

    everybody = open_as("visitor", phone=True)
    everybody.goto(cora.url)
    expect(everybody.get_by_role("main")).to_contain_text("The day centre stays open.")
    looked_at(everybody, "paper-14-answer-phone")
