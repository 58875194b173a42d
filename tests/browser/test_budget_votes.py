"""A vote on proposals in the browser: on a phone without script, three ways side by side, both budgets, downloads."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect
from pypdf import PdfReader

from causeway.domains.assemblies.models import Option
from causeway.domains.budgets.models import BudgetVote
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.assemblies import scene as votes
from tests.domains.budgets import votes_scene as room
from tests.scenes import Scene


def test_a_member_votes_on_proposals_without_script_and_sees_what_the_paper_bought(
    open_as: OpenAs, cast: Scene, tmp_path: Path
) -> None:
    people = votes.three_sections(cast)
    vote = room.by_three_sections(cast, people)
    una = open_as("user", phone=True, script=False)
    una.goto(vote.get_absolute_url())
    expect(una.get_by_text("£70,000 is shared out").first).to_be_visible()
    check_accessible(una)
    picture(una, "budget-vote-open-phone")
    una.get_by_role("button", name="To the ballot paper").click()
    una.get_by_role("button", name="Vote now").click()
    una.get_by_label("1. Keep the library open on Saturdays (£12,000)").check()
    una.get_by_label("2. Warm rooms in three estates (£30,000)").check()
    una.get_by_role("button", name="Look at it first").click()
    expect(una.get_by_role("alert")).to_contain_text("There is a problem")
    una.get_by_label("Service users and carers").check()
    check_accessible(una)
    picture(una, "budget-vote-paper-phone")
    una.get_by_role("button", name="Look at it first").click()
    expect(una.get_by_text("It counts for")).to_be_visible()
    picture(una, "budget-vote-look-phone")
    una.get_by_role("button", name="Put it into the box").click()
    receipt = una.locator(".receipt code").inner_text()
    room.work_out(room.count(vote))

    una.goto(vote.get_absolute_url())
    expect(una.get_by_role("heading", name="What each way pays for")).to_be_visible()
    check_accessible(una)
    picture(una, "budget-ways-phone")
    una.get_by_role("button", name="What did my paper buy?").click()
    una.get_by_label("Code of your receipt").fill(receipt.lower())
    una.get_by_role("button", name="Look it up").click()
    expect(una.get_by_text("It counts for: Service users and carers.")).to_be_visible()
    check_accessible(una)
    picture(una, "budget-my-paper-phone")
    una.goto(f"{vote.budget.get_absolute_url()}comparison/")
    una.get_by_label("Which lines").select_option("differing")
    una.get_by_role("button", name="Show").click()
    expect(una.get_by_text("Education services")).to_have_count(0)
    check_accessible(una)
    picture(una, "budget-comparison-phone")

    wide = open_as("coordinator")
    wide.goto(vote.get_absolute_url())
    expect(wide.get_by_role("table", name="Each proposal, those with most votes first")).to_be_visible()
    check_accessible(wide)
    picture(wide, "budget-ways-desktop")
    with wide.expect_download() as booklet:
        wide.get_by_role("link", name="All of this as a booklet (PDF)").click()
    file = tmp_path / "booklet.pdf"
    booklet.value.save_as(file)
    root = PdfReader(file).trailer["/Root"]
    assert root["/StructTreeRoot"]
    wide.get_by_role("link", name="Beside the council’s own budget").click()
    expect(wide.get_by_role("heading", level=1)).to_have_text("Both budgets, line by line")
    check_accessible(wide)
    picture(wide, "budget-comparison-desktop")
    wide.goto(vote.budget.get_absolute_url())
    expect(wide.get_by_role("heading", name="Put to the vote")).to_be_visible()
    check_accessible(wide)
    picture(wide, "budget-with-vote-desktop")
    dark = open_as("rep", dark=True)
    dark.goto(vote.get_absolute_url())
    expect(dark.get_by_role("heading", name="What each way pays for")).to_be_visible()
    check_accessible(dark)
    picture(dark, "budget-ways-desktop-dark")


def test_a_coordinator_puts_proposals_to_the_vote(open_as: OpenAs, cast: Scene) -> None:
    of = room.to_be_voted_on(cast)
    cora = open_as("coordinator")
    cora.goto(f"{of.get_absolute_url()}put-to-the-vote/")
    expect(cora.get_by_text("5 proposals have an agreed cost.")).to_be_visible()
    cora.get_by_label("How much money is shared out, in pounds?").fill("70000")
    cora.get_by_label("Why is this decided here?").fill("The money is for the whole town.")
    for label, days in (("The vote opens on", 1), ("The vote closes on", 3)):
        cora.get_by_label(label).fill((room.clock.today() + days * room.DAY).isoformat())
    check_accessible(cora)
    picture(cora, "budget-vote-set-up-desktop")
    cora.get_by_role("button", name="Set it up").click()
    expect(cora.get_by_text("The vote is set up.")).to_be_visible()
    check_accessible(cora)
    picture(cora, "budget-vote-process-desktop")
    assert BudgetVote.objects.get(budget=of).amount_pounds == 70_000


def test_a_long_paper_is_searched_by_script(open_as: OpenAs, cast: Scene) -> None:
    names = tuple(f"{number}. Proposal {'of warmth' if number % 50 == 0 else 'of light'}" for number in range(1, 151))
    process = votes.let_pass(votes.settled(cast, form="approval", options=names, seats=0), 2 * votes.DAY)
    una = open_as("user", phone=True)
    una.goto(f"{process.get_absolute_url()}vote/")
    una.get_by_label("49. Proposal of light", exact=True).check()
    una.get_by_label("Find on the paper").fill("WARMTH")
    expect(una.get_by_label("50. Proposal of warmth", exact=True)).to_be_visible()
    expect(una.get_by_label("51. Proposal of light", exact=True)).to_be_hidden()
    picture(una, "long-paper-phone")
    una.get_by_label("100. Proposal of warmth", exact=True).check()
    una.get_by_label("Find on the paper").fill("nothing has this")
    expect(una.get_by_text("Nothing on the paper has this in its name.")).to_be_visible()
    una.get_by_role("button", name="Look at it first").click()
    expect(una.get_by_role("listitem").filter(has_text="Proposal")).to_have_count(2)
    assert Option.objects.filter(ballot=process.ballot).count() == 150
