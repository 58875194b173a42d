"""A vote in the browser: set up and settled by the coordinator, cast on a phone without script, found again."""

from __future__ import annotations

from playwright.sync_api import expect

from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.models import Process
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.assemblies import scene as room
from tests.scenes import Scene


def test_a_coordinator_sets_a_vote_up_and_settles_its_roll(open_as: OpenAs, cast: Scene) -> None:
    room.members(cast)
    cora = open_as("coordinator")
    cora.goto(cast.westbury.get_absolute_url())
    cora.get_by_role("button", name="Set up a vote").click()
    cora.get_by_label("What shall the vote be called?").fill("A name for the campaign")
    cora.get_by_label("The question, as it will stand on the paper").fill("What shall the campaign be called?")
    cora.get_by_label("Tick all that you can live with").check()
    cora.get_by_label("The options, one on each line").fill("Keep Rowan open\nRowan for all")
    cora.get_by_label("Why is this decided here?").fill("It is the name of the whole alliance’s campaign.")
    tomorrow, later = clock.today() + room.DAY, clock.today() + 3 * room.DAY
    cora.get_by_label("The vote opens on").fill(tomorrow.isoformat())
    cora.get_by_role("button", name="Set it up").click()
    expect(cora.get_by_role("alert")).to_contain_text("There is a problem")
    check_accessible(cora)
    picture(cora, "vote-set-up-errors")
    cora.get_by_label("The vote closes on").fill(later.isoformat())
    cora.get_by_role("button", name="Set it up").click()
    expect(cora.get_by_text("The vote is set up.")).to_be_visible()
    cora.get_by_role("button", name="Settle the roll").click()
    cora.get_by_role("button", name="Settle the roll").click()
    expect(cora.get_by_text("The roll is settled: 7 people may vote.")).to_be_visible()
    check_accessible(cora)
    picture(cora, "vote-settled-desktop")


def test_a_member_votes_on_a_phone_without_script_and_finds_the_paper_after_the_count(
    open_as: OpenAs, cast: Scene
) -> None:
    process = room.voting(cast)
    for voter, marks in list(zip(room.members(cast), room.RANKINGS, strict=True))[1:]:
        room.cast(process, voter, marks)
    una = open_as("user", phone=True, script=False)
    una.goto("/")
    una.get_by_role("link", name=process.title).click()
    expect(una.get_by_role("button", name="Vote now")).to_be_visible()
    check_accessible(una)
    picture(una, "vote-open-phone")
    una.get_by_role("button", name="Vote now").click()
    una.get_by_label("Cat Cooper").fill("1")
    una.get_by_label("Dee Dyer").fill("1")
    una.get_by_role("button", name="Look at it first").click()
    expect(una.get_by_role("alert")).to_contain_text("number 1 more than once")
    check_accessible(una)
    picture(una, "vote-paper-phone")
    una.get_by_label("Dee Dyer").fill("2")
    una.get_by_role("button", name="Look at it first").click()
    expect(una.get_by_role("heading", level=1)).to_have_text("Your paper")
    check_accessible(una)
    picture(una, "vote-look-phone")
    una.get_by_role("button", name="Change it").click()
    expect(una.get_by_label("Dee Dyer")).to_have_value("2")
    una.get_by_role("button", name="Look at it first").click()
    una.get_by_role("button", name="Put it into the box").click()
    expect(una.get_by_role("heading", level=1)).to_have_text("You have voted")
    receipt = una.locator(".receipt code").inner_text()
    check_accessible(una)
    picture(una, "vote-receipt-phone")
    una.get_by_role("button", name="Back to the vote").click()
    expect(una.get_by_text("You have voted. Thank you.")).to_be_visible()

    room.let_pass(process, 3 * room.DAY)
    perform(System(reason="a test"), CountBallot(ballot_id=process.pk))
    una.reload()
    expect(una.get_by_role("heading", name="Result")).to_be_visible()
    check_accessible(una)
    picture(una, "vote-result-phone")
    una.get_by_role("link", name="All papers, with the codes of their receipts").click()
    una.get_by_label("Code of a receipt").fill(receipt.lower())
    una.get_by_role("button", name="Find my paper").click()
    expect(una.get_by_role("table").get_by_text(receipt)).to_be_visible()
    check_accessible(una)
    picture(una, "vote-papers-phone")
    wide = open_as("coordinator", dark=True)
    wide.goto(Process.objects.get(pk=process.pk).get_absolute_url())
    expect(wide.get_by_role("heading", name="Result")).to_be_visible()
    check_accessible(wide)
    picture(wide, "vote-result-desktop-dark")
