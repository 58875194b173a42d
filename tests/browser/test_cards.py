"""A card vote in the browser: called, its cards and their power looked at, a card cast on a phone, the count read."""

from __future__ import annotations

from playwright.sync_api import expect

from causeway.domains.assemblies.models import Process
from causeway.kernel import clock
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.browser.test_keyboard import check_walk, press
from tests.browser.test_register import tab_to
from tests.domains.assemblies import card_scene as cards
from tests.domains.assemblies import scene as room
from tests.scenes import Scene


def test_organisations_see_their_say_cast_a_card_on_a_mandate_and_read_the_count(open_as: OpenAs, cast: Scene) -> None:
    cards.organisations(cast)
    cora = open_as("coordinator")
    cora.goto(cast.westbury.get_absolute_url())
    cora.get_by_role("button", name="Decide something").click()
    cora.get_by_role("link", name="A card vote").click()
    cora.get_by_label("What shall the vote be called?").fill("A levy for the hall")
    cora.get_by_label("The question", exact=True).fill("Shall each organisation pay a levy?")
    cora.get_by_label("Why is it decided here").fill("All pay, so all decide, by their size.")
    for label, days in (("The vote opens on", 1), ("The vote closes on", 3)):
        cora.get_by_label(label).fill((clock.today() + days * room.DAY).isoformat())
    cora.get_by_text("Threshold, quorum, and splitting cards").click()
    cora.get_by_label("A card may be split").check()
    check_accessible(cora)
    picture(cora, "cards-call-desktop")
    cora.get_by_role("button", name="Call it").click()
    expect(cora.get_by_text("The card vote is called.")).to_be_visible()
    for _time in range(2):  # the link, then the question
        cora.get_by_role("button", name="Settle the roll").click()
    expect(cora.get_by_text("4 organisations have cards.")).to_be_visible()
    expect(cora.get_by_text("To win takes 72 of the votes, which are 142 in all")).to_be_visible()
    check_accessible(cora)
    check_walk(cora)
    picture(cora, "cards-settled-desktop")

    process = room.let_pass(Process.objects.get(title="A levy for the hall"), 2 * room.DAY)
    ravi = open_as("rep", phone=True, script=False)
    ravi.goto(process.get_absolute_url())
    check_accessible(ravi)
    picture(ravi, "cards-open-phone")
    ravi.get_by_role("button", name="Cast the card of Westbury Health Branch").click()
    ravi.get_by_label("Split it, as below").check()
    ravi.get_by_label("Votes for “No”").fill("20")
    ravi.get_by_label("On what mandate?").fill(cards.MANDATE)
    ravi.get_by_role("button", name="Look at it first").click()
    expect(ravi.get_by_role("alert")).to_contain_text("Votes given: 20. Votes on the card: 62")
    check_accessible(ravi)
    picture(ravi, "cards-card-phone")
    ravi.get_by_label("Votes for “Yes”").fill("42")
    ravi.get_by_role("button", name="Look at it first").click()
    expect(ravi.get_by_role("heading", level=1)).to_have_text("The card of Westbury Health Branch")
    check_accessible(ravi)
    picture(ravi, "cards-look-phone")
    ravi.get_by_role("button", name="Cast the card").click()
    expect(ravi.get_by_text("The card of Westbury Health Branch is cast.")).to_be_visible()
    expect(ravi.get_by_role("button", name="Cast the card of")).to_have_count(0)

    ugo = open_as("user_officer")
    ugo.goto(process.get_absolute_url())
    press(ugo, "Cast the card of Day Centre")
    ugo.wait_for_url("**/votes/cards/**")
    check_walk(ugo)
    tab_to(ugo, "Yes")
    ugo.keyboard.press("Space")
    ugo.keyboard.press("ArrowDown")
    tab_to(ugo, "On what mandate?")
    ugo.keyboard.type("Members’ meeting, 2 November")
    press(ugo, "Look at it first")
    expect(ugo.get_by_role("heading", level=1)).to_contain_text("The card of Day Centre")
    press(ugo, "Cast the card")
    expect(ugo.get_by_text("The card of Day Centre Users’ Group is cast.")).to_be_visible()
    cards.count(process)
    for page, name in ((ravi, "phone"), (open_as("user", dark=True), "desktop-dark")):
        page.goto(process.get_absolute_url())
        expect(page.get_by_role("heading", name="Result")).to_be_visible()
        expect(page.get_by_role("cell", name=cards.MANDATE)).to_be_visible()
        check_accessible(page)
        picture(page, f"cards-result-{name}")
