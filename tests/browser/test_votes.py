"""A vote in the browser: set up and settled by the coordinator, cast on a phone without script, found again."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import expect

from causeway.domains.assemblies.commands.close_nominations import CloseNominations
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.models import Process
from causeway.domains.assemblies.queries import option_names, sections_on_paper
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.assemblies import scene as room
from tests.scenes import Scene

JOB = System(reason="a test")


def test_a_coordinator_sets_a_vote_up_and_settles_its_roll(open_as: OpenAs, cast: Scene) -> None:
    room.members(cast)
    cora = open_as("coordinator")
    cora.goto(cast.westbury.get_absolute_url())
    cora.get_by_role("button", name="Decide something").click()
    cora.get_by_role("link", name="A vote").click()
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
    perform(JOB, CountBallot(ballot_id=process.pk))
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


def test_a_committee_is_elected_by_thirty_people_in_three_sections(open_as: OpenAs, cast: Scene) -> None:
    people = room.three_sections(cast)
    room.members(cast)
    cora = open_as("coordinator")
    cora.goto(cast.westbury.get_absolute_url())
    cora.get_by_role("button", name="Decide something").click()
    cora.get_by_role("link", name="An election").click()
    cora.get_by_label("What is elected?").fill("The committee of Rowan Day Centre")
    cora.get_by_label("How many places?").fill("3")
    cora.get_by_label("Why are they elected here?").fill("Users, workers and neighbours run the centre together.")
    for label, days in (("Names can be put", 1), ("The vote opens on", 3), ("The vote closes on", 5)):
        cora.get_by_label(label).fill((clock.today() + days * room.DAY).isoformat())
    cora.get_by_text("Places kept for sections").click()
    for section in ("Service users and carers", "Workers", "Community"):
        cora.get_by_label(section).fill("1")
    check_accessible(cora)
    picture(cora, "election-call-desktop")
    cora.get_by_role("button", name="Call it").click()
    expect(cora.get_by_text("The election is called.")).to_be_visible()
    for _time in range(2):  # the link, then the question
        cora.get_by_role("button", name="Settle the roll").click()
    expect(cora.get_by_text("37 people may vote.")).to_be_visible()

    una = open_as("user", phone=True, script=False)
    una.goto(urlsplit(cora.url).path)
    una.get_by_role("button", name="Stand for election").click()
    una.get_by_label("Your name, as it will stand on the paper").fill("Una User")
    una.get_by_label("What do you want to do?").fill("Keep the kitchen open in the evening.")
    check_accessible(una)
    picture(una, "election-stand-phone")
    una.get_by_role("button", name="I stand").click()
    expect(una.get_by_role("alert")).to_contain_text("There is a problem")
    una.get_by_label("Service users and carers").check()
    una.get_by_role("button", name="I stand").click()
    expect(una.get_by_text("Keep the kitchen open in the evening.")).to_be_visible()

    process = Process.objects.get(title="The committee of Rowan Day Centre")
    for section, candidates in people.items():
        for number in range(2):
            room.stand(process, candidates[number], f"Candidate {section} {number + 1}", section=section)
    una.reload()
    check_accessible(una)
    picture(una, "election-standing-phone")
    room.let_pass(process, 2 * room.DAY)
    perform(JOB, CloseNominations(ballot_id=process.pk))
    process = room.let_pass(process, 2 * room.DAY)
    una.reload()
    una.get_by_role("button", name="Vote now").click()
    una.get_by_label("Una User").fill("1")
    una.get_by_label("Candidate workers 2").fill("2")
    picture(una, "election-paper-phone")
    una.get_by_role("button", name="Look at it first").click()
    una.get_by_role("button", name="Put it into the box").click()
    expect(una.get_by_role("heading", level=1)).to_have_text("You have voted")
    names = option_names(process.ballot)
    for number, voter in enumerate(one for group in people.values() for one in group):
        wanted = {names[(number + step) % len(names)]: step + 1 for step in range(1 + number % 4)}
        room.cast(process, voter, tuple(wanted.get(name) for name in names))
    process = room.let_pass(process, 3 * room.DAY)
    perform(JOB, CountBallot(ballot_id=process.pk))
    for page, name in ((una, "phone"), (cora, "desktop")):
        page.goto(process.get_absolute_url())
        expect(page.get_by_role("heading", name="What happened, stage by stage")).to_be_visible()
        check_accessible(page)
        picture(page, f"election-result-{name}")
    chosen = Process.objects.get(pk=process.pk).ballot.outcome["chosen"]
    sections = {sections_on_paper(process.ballot)[place] for place in chosen}
    assert sections == {"users", "workers", "community"}
