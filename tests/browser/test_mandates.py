"""What follows an election, in the browser: a place taken up, a recall from the petition to the countback."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect

from causeway.domains.assemblies.commands.answer_recall import AnswerRecall
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.committee_tasks import fill_vacancies
from causeway.domains.assemblies.models import Recall, Seat
from causeway.domains.assemblies.recall_tasks import conclude, put_to_vote
from causeway.kernel.actors import System
from causeway.kernel.perform import perform
from tests.browser.conftest import OpenAs, check_accessible, picture
from tests.domains.assemblies import committee_scene as committees
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
