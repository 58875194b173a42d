"""What follows an election, in the browser: a place taken up, a recall from the petition to the countback."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect

from causeway.domains.assemblies.commands.answer_recall import AnswerRecall
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.committee_tasks import fill_vacancies
from causeway.domains.assemblies.models import HustingsQuestion, Recall, Seat
from causeway.domains.assemblies.recall_tasks import conclude, put_to_vote
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.assemblies import committee_scene as committees
from tests.domains.assemblies import mandate_scene as mandates
from tests.domains.assemblies import recall_scene as recalls
from tests.domains.assemblies import scene as room
from tests.scenes import Scene

JOB = System(reason="a test")


def test_whoever_is_elected_finds_their_place_on_the_home_page_and_takes_it_up(open_as: OpenAs, cast: Scene) -> None:
    committee = committees.formed(cast)
    una = open_as("user", phone=True, script=False)
    una.goto("/")
    una.get_by_role("link", name="You are elected to 1 place").click()
    una.get_by_role("link", name=committee.name).click()
    expect(una.get_by_role("heading", name="You are elected")).to_be_visible()
    check_accessible(una)
    picture(una, "committee-elected-phone")
    una.get_by_role("button", name="Take it up").click()
    expect(una.get_by_text("The place is yours.")).to_be_visible()
    una.get_by_role("link", name="Step down").click()
    expect(una.get_by_role("heading", name="Step down from your place?")).to_be_visible()


def test_a_recall_runs_from_the_petition_to_the_countback_that_fills_the_place(open_as: OpenAs, cast: Scene) -> None:
    seat = recalls.recallable(cast)
    una = open_as("user", phone=True, script=False)
    una.goto(seat.committee.get_absolute_url())
    una.get_by_text("Ask for a recall").click()
    una.get_by_role("link", name="Recall Ann Archer").click()
    una.get_by_role("button", name="Open the petition").click()
    expect(una.get_by_role("alert")).to_contain_text("There is a problem")
    una.get_by_label("Why?").fill(recalls.GROUNDS)
    check_accessible(una)
    picture(una, "recall-open-phone")
    una.get_by_role("button", name="Open the petition").click()
    expect(una.get_by_text("You support this recall. Nobody learns that you do.")).to_be_visible()
    check_accessible(una)
    picture(una, "recall-petition-phone")

    recall = Recall.objects.get(seat=seat)
    recalls.support(recall, *room.members(cast)[2:4])
    put_to_vote.func(0)
    perform(recalls.holder_of(recall), AnswerRecall(recall_id=recall.pk, reply="I was away, and said so in May."))
    recall.refresh_from_db()
    assert recall.ballot is not None
    process = room.let_pass(recall.ballot, timedelta(days=8))
    una.goto("/")
    una.get_by_role("link", name=process.title).click()
    expect(una.get_by_text("I was away, and said so in May.")).to_be_visible()
    check_accessible(una)
    picture(una, "recall-vote-phone")
    una.get_by_role("button", name="Vote now").click()
    una.get_by_label("Yes, recall them").check()
    una.get_by_role("button", name="Look at it first").click()
    una.get_by_role("button", name="Put it into the box").click()
    expect(una.get_by_role("heading", level=1)).to_have_text("You have voted")
    for number, voter in enumerate(room.members(cast)[1:]):
        room.cast(process, voter, recalls.YES if number < 4 else recalls.NO)
    room.let_pass(process, timedelta(days=7))
    perform(JOB, CountBallot(ballot_id=process.pk))
    conclude.func(0)

    vacant = Seat.objects.get(pk=seat.pk)
    cora = open_as("coordinator")
    cora.goto(seat.committee.get_absolute_url())
    expect(cora.get_by_text("is being filled")).to_be_visible()
    check_accessible(cora)
    picture(cora, "committee-vacant-desktop")
    for candidate in (room.members(cast)[3], room.members(cast)[4]):
        committees.answer_as(vacant, candidate, ready=True)
    fill_vacancies.func(0)
    for page, device in ((una, "phone"), (cora, "desktop")):
        page.goto(f"/committees/vacancies/{seat.pk}/")
        expect(page.get_by_role("heading", level=1)).to_have_text("How a vacant place was filled")
        expect(page.get_by_role("heading", name="What happened, stage by stage")).to_be_visible()
        check_accessible(page)
        picture(page, f"countback-{device}")
    cora.goto(seat.committee.get_absolute_url())
    expect(cora.get_by_text("by countback")).to_be_visible()
    picture(cora, "committee-desktop")
    una.goto(recall.get_absolute_url())
    expect(una.get_by_text("The recall was carried.")).to_be_visible()
    picture(una, "recall-carried-phone")
    dark = open_as("coordinator", dark=True)
    dark.goto(recall.get_absolute_url())
    expect(dark.get_by_text("The recall was carried.")).to_be_visible()
    check_accessible(dark)
    picture(dark, "recall-desktop-dark")


def test_electors_ask_the_candidates_who_answer_side_by_side(open_as: OpenAs, cast: Scene) -> None:
    process = room.called(cast, title="The kitchen committee")
    people = room.members(cast)
    for candidate, name in zip(people, room.NAMES[:3], strict=False):
        room.stand(process, candidate, name, statement="More ramps.")
    una = open_as("user", phone=True, script=False)
    una.goto(process.get_absolute_url())
    una.get_by_role("link", name="Ask the first question").click()
    una.get_by_role("button", name="Ask a question").click()
    una.get_by_label("Your question").fill(mandates.QUESTION)
    check_accessible(una)
    picture(una, "hustings-ask-phone")
    una.get_by_role("button", name="Ask", exact=True).click()
    expect(una.get_by_role("heading", name=mandates.QUESTION)).to_be_visible()
    una.get_by_role("link", name="Answer it").click()
    una.get_by_label("Your answer").fill("Yes, twice a week, with two volunteers at the door.")
    una.get_by_role("button", name="Answer").click()
    expect(una.get_by_text("with two volunteers at the door")).to_be_visible()
    asked = HustingsQuestion.objects.get(process=process)
    mandates.answer(asked, people[1], "Not before we have a cook. I would rather open on Saturdays. " * 5)
    mandates.ask(cast, process, "How often would you report?")
    una.reload()
    check_accessible(una)
    picture(una, "hustings-phone")
    cora = open_as("coordinator")
    cora.goto(f"/hustings/{process.slug}/")
    expect(cora.get_by_text("I would rather open on Saturdays.").first).to_be_visible()
    check_accessible(cora)
    picture(cora, "hustings-desktop")


def test_a_member_reports_and_answers_what_is_asked(open_as: OpenAs, cast: Scene) -> None:
    seat = mandates.reporting(cast, weeks=27)
    mandates.adopt(cast, seat.committee)
    una = open_as("user", phone=True, script=False)
    una.goto("/")
    una.get_by_role("link", name="Your report is due").click()
    una.get_by_role("button", name="Write your report").click()
    una.get_by_label("Your report").fill(mandates.REPORT)
    check_accessible(una)
    picture(una, "report-write-phone")
    una.get_by_role("button", name="Give the report").click()
    expect(una.get_by_text("We met six times.")).to_be_visible()
    ravi = open_as("rep")
    ravi.goto(seat.committee.get_absolute_url())
    expect(ravi.get_by_text("No report for:")).to_be_visible()
    check_accessible(ravi)
    picture(ravi, "committee-mandate-desktop")
    ravi.get_by_role("link", name="Report for").click()
    ravi.get_by_role("button", name="Ask about it").click()
    ravi.get_by_label("Your question").fill("Why six times only?")
    ravi.get_by_role("button", name="Ask", exact=True).click()
    expect(ravi.get_by_role("heading", name="Why six times only?")).to_be_visible()
    una.reload()
    una.get_by_role("link", name="Answer it").click()
    una.get_by_label("Your answer").fill("The hall was closed in August.")
    una.get_by_role("button", name="Answer").click()
    expect(una.get_by_text("The hall was closed in August.")).to_be_visible()
    check_accessible(una)
    picture(una, "report-phone")
    una.goto(seat.committee.get_absolute_url())
    picture(una, "committee-mandate-phone")
