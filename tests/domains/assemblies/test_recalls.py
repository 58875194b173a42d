"""Recalls: asked for by a share of the electors, answered, put to the vote, and done fairly."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.alliances.commands.leave_organisation import LeaveOrganisation
from causeway.domains.assemblies import recall_queries
from causeway.domains.assemblies.commands.answer_recall import AnswerRecall
from causeway.domains.assemblies.commands.call_recall_ballot import CallRecallBallot
from causeway.domains.assemblies.commands.cancel_process import CancelProcess
from causeway.domains.assemblies.commands.close_recall import CloseRecall
from causeway.domains.assemblies.commands.conclude_recall import ConcludeRecall
from causeway.domains.assemblies.commands.cover_grounds import CoverGrounds
from causeway.domains.assemblies.commands.move_vote import MoveVote
from causeway.domains.assemblies.commands.open_recall import OpenRecall
from causeway.domains.assemblies.commands.reword_grounds import RewordGrounds
from causeway.domains.assemblies.commands.set_recall_rules import SetRecallRules
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.commands.step_down import StepDown
from causeway.domains.assemblies.commands.support_recall import SupportRecall
from causeway.domains.assemblies.commands.vacate_seats import VacateSeats
from causeway.domains.assemblies.commands.withdraw_support import WithdrawSupport
from causeway.domains.assemblies.committee_tasks import fill_vacancies
from causeway.domains.assemblies.course import Stage, stage_of
from causeway.domains.assemblies.models import Ballot, Countback, Process, Recall, RecallSupport, Seat
from causeway.domains.assemblies.recall_standing import index_of_supporter, needed_of
from causeway.domains.assemblies.recall_tasks import close_petitions, conclude, put_to_vote
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.assemblies import committee_scene as committees
from tests.domains.assemblies import recall_scene as recalls
from tests.domains.assemblies import scene as room
from tests.scenes import Scene
from tests.work import work

JOB = System(reason="a test")
State = Recall.State


def as_member(person: Person) -> Member:
    return Member(person.pk)


def again(recall: Recall) -> Recall:
    return Recall.objects.get(pk=recall.pk)


def rules(scene: Scene, **changes: Any) -> None:
    perform(scene.actor("coordinator"), SetRecallRules(body_id=scene.westbury.pk, **changes))


@given(st.integers(0, 30_000), st.integers(5, 50))
def test_the_share_is_rounded_up_and_never_fewer_than_three(electors: int, percent: int) -> None:
    needed = needed_of(electors, percent)
    assert needed >= 3
    assert needed == 3 or (needed - 1) * 100 < electors * percent <= needed * 100


def test_an_elector_asks_and_supports_and_the_holder_gets_a_letter(scene: Scene) -> None:
    recall = recalls.opened(scene)
    assert (recall.electors, recall.needed, recall.state) == (7, 3, State.OPEN)
    assert RecallSupport.objects.filter(recall=recall).count() == 1
    work()
    assert mail.outbox[-1].to == [scene.people["user"].email]
    assert "asks for your recall" in mail.outbox[-1].subject


def test_whoever_may_not_elect_neither_asks_nor_supports(scene: Scene) -> None:
    committee = recalls.settled_in(scene)
    seat = committees.seat_of(committee, "Ann Archer")
    recall = recalls.opened(scene, committee)
    for name in ("coordinator", "rep", "user"):  # an office gives no vote, and nobody recalls themselves
        with pytest.raises(Refused):
            perform(scene.actor(name), OpenRecall(seat_id=seat.pk, grounds="x"))
        with pytest.raises(Refused):
            perform(scene.actor(name), SupportRecall(recall_id=recall.pk))
    for name in ("stranger", "outsider", "visitor"):
        with pytest.raises(Missing):
            perform(scene.actor(name), OpenRecall(seat_id=seat.pk, grounds="x"))
        with pytest.raises(Missing):
            perform(scene.actor(name), SupportRecall(recall_id=recall.pk))


def test_support_counts_once_also_at_the_database(scene: Scene) -> None:
    recall, one = recalls.opened(scene), recalls.electors(scene)[0]
    recalls.support(recall, one)
    with pytest.raises(Conflict, match="counts once"):
        recalls.support(recall, one)
    with pytest.raises(IntegrityError), transaction.atomic():
        RecallSupport.objects.create(recall=recall, person_index=index_of_supporter(one.pk))
    perform(as_member(one), WithdrawSupport(recall_id=recall.pk))
    with pytest.raises(Conflict):
        perform(as_member(one), WithdrawSupport(recall_id=recall.pk))
    assert RecallSupport.objects.filter(recall=recall).count() == 1


def test_nothing_that_is_stored_or_shown_names_a_supporter(scene: Scene) -> None:
    recall, one = recalls.opened(scene), recalls.electors(scene)[0]
    recalls.support(recall, one)
    row = RecallSupport.objects.filter(recall=recall).latest("pk")
    assert {field.name for field in row._meta.fields} == {"id", "recall", "person_index"}
    trail = AuditEntry.objects.get(sentence__contains="supported a recall")
    assert (trail.scope, trail.about) == (None, None)
    assert trail.at.time().replace(tzinfo=None).isoformat() == "00:00:00"
    for name in ("user", "coordinator"):
        client = Client()
        client.force_login(scene.people[name])
        page = client.get(recall.get_absolute_url()).text
        assert one.display_name not in page
        assert "small numbers are not told" in page


def test_how_many_support_it_is_told_from_ten(scene: Scene) -> None:
    people = room.three_sections(scene)
    recall = recalls.opened(scene)
    rest = [*people["users"], *people["workers"]]
    recalls.support(recall, *rest[:8])
    assert recall_queries.recall_shown(scene.actor("user"), recall).supporters is None
    recalls.support(recall, rest[8])
    assert recall_queries.recall_shown(scene.actor("user"), recall).supporters == 10


def test_two_recalls_of_one_place_do_not_run_at_once(scene: Scene) -> None:
    committee = recalls.settled_in(scene)
    recall = recalls.opened(scene, committee)
    with pytest.raises(Conflict, match="under way"):
        recalls.opened(scene, committee)
    with pytest.raises(IntegrityError), transaction.atomic():
        Recall.objects.create(
            seat=recall.seat, opened_at=clock.now(), closes_at=clock.now(), electors=7, needed=3, grounds="x"
        )
    assert recalls.opened(scene, committee, "Ben Baker").seat.option.name == "Ben Baker"


def test_nobody_is_recalled_in_the_first_and_last_weeks_of_a_term(scene: Scene) -> None:
    committee = committees.at_work(scene)
    with pytest.raises(Conflict, match="beginning of a term"):
        recalls.opened(scene, committee)
    with clock.stopped_at(clock.now() + timedelta(weeks=45)), pytest.raises(Conflict, match="last weeks"):
        recalls.opened(scene, committee)
    rules(scene, first_weeks=0)
    assert recalls.opened(scene, committee).state == State.OPEN


def test_after_a_recall_that_failed_the_same_person_is_left_in_peace(scene: Scene) -> None:
    committee = recalls.settled_in(scene, ends_on=None)
    recall = recalls.concluded(scene, recalls.at_vote(scene, committee), yes=3)
    assert recall.state == State.FAILED
    assert committees.seat_of(committee, "Ann Archer").state == Seat.State.HELD
    with pytest.raises(Conflict, match="failed lately"):
        recalls.opened(scene, committee)
    with clock.stopped_at(clock.now() + timedelta(weeks=27)):
        assert recalls.opened(scene, committee).state == State.OPEN


def test_a_petition_that_too_few_support_is_over_after_its_days(scene: Scene) -> None:
    recall = recalls.opened(scene)
    recalls.support(recall, recalls.electors(scene)[0])
    put_to_vote.func(0)
    close_petitions.func(0)
    assert again(recall).state == State.OPEN
    with pytest.raises(Conflict):
        perform(JOB, CallRecallBallot(recall_id=recall.pk))
    with clock.stopped_at(recall.closes_at):
        with pytest.raises(Conflict, match="does not collect"):
            recalls.support(recall, recalls.electors(scene)[1])
        close_petitions.func(0)
    assert (again(recall).state, again(recall).supporters) == (State.SHORT, 2)
    assert not RecallSupport.objects.exists()


def test_whoever_left_the_electors_counts_no_longer(scene: Scene) -> None:
    recall, leaver = recalls.opened(scene), recalls.electors(scene)[0]
    recalls.support(recall, leaver, recalls.electors(scene)[1])
    perform(as_member(leaver), LeaveOrganisation(organisation_id=scene.users_group.pk))
    put_to_vote.func(0)
    assert again(recall).state == State.OPEN
    recalls.support(recall, recalls.electors(scene)[2])
    put_to_vote.func(0)
    assert again(recall).state == State.BALLOT


def test_enough_support_calls_a_secret_ballot_of_all_electors_that_nobody_can_hold_up(scene: Scene) -> None:
    recall = recalls.at_vote(scene)
    process = recall.ballot
    assert process is not None
    assert (process.blueprint, process.part_of) == (Process.Blueprint.RECALL, recall.seat.election)
    assert (process.ballot.form, process.roll.electors, stage_of(process)) == ("yes_no", 7, Stage.WAITING)
    assert recall.supporters == 3
    assert not RecallSupport.objects.exists()
    cora = scene.actor("coordinator")
    later = {"opens_at": clock.now() + timedelta(days=300), "closes_at": clock.now() + timedelta(days=301)}
    for command in (
        CancelProcess(process_id=process.pk, reason="No."),
        MoveVote(process_id=process.pk, **later),
        SettleRoll(process_id=process.pk),
    ):
        with pytest.raises(Refused):
            perform(cora, command)
    with pytest.raises(Conflict):
        perform(JOB, CallRecallBallot(recall_id=recall.pk))


def test_the_answer_stands_beside_the_reasons_and_can_change_until_the_vote_opens(scene: Scene) -> None:
    recall, una = recalls.at_vote(scene), scene.actor("user")
    perform(una, AnswerRecall(recall_id=recall.pk, reply="I was ill."))
    perform(una, AnswerRecall(recall_id=recall.pk, reply="I was away, and said so."))
    with pytest.raises(Missing):
        perform(scene.actor("coordinator"), AnswerRecall(recall_id=recall.pk, reply="x"))
    assert recall.ballot is not None
    client = Client()
    client.force_login(scene.people["user"])
    for address in (recall.get_absolute_url(), recall.ballot.get_absolute_url()):
        page = client.get(address).text
        assert recalls.GROUNDS in page
        assert "I was away, and said so." in page
    with clock.stopped_at(clock.now() + timedelta(days=8)), pytest.raises(Conflict, match="cannot change any more"):
        perform(una, AnswerRecall(recall_id=recall.pk, reply="Too late."))


def test_a_carried_recall_frees_the_place_and_a_countback_fills_it(scene: Scene) -> None:
    committee = recalls.settled_in(scene)
    recall = recalls.voted(scene, recalls.at_vote(scene, committee), yes=4)
    conclude.func(0)
    seat = committees.seat_of(committee, "Ann Archer")
    assert (again(recall).state, seat.state) == (State.CARRIED, Seat.State.RECALLED)
    assert seat.term is not None
    assert seat.term.ended_on == clock.today()
    with pytest.raises(Conflict, match="concluded already"):
        perform(JOB, ConcludeRecall(recall_id=recall.pk))
    for candidate in ("Cat Cooper", "Dee Dyer"):
        committees.answer(scene, seat, candidate, ready=True)
    fill_vacancies.func(0)
    assert Countback.objects.get(seat=seat).filled_by is not None
    assert committee.seats.filter(state=Seat.State.HELD).count() == 2


def test_without_the_quorum_nobody_is_recalled(scene: Scene) -> None:
    rules(scene, quorum_percent=50)
    recall = recalls.at_vote(scene)
    assert recall.ballot is not None
    process = room.let_pass(recall.ballot, timedelta(days=8))
    for voter in room.members(scene)[:3]:
        room.cast(process, voter, recalls.YES)
    room.let_pass(process, timedelta(days=7))
    perform(JOB, room.CountBallot(ballot_id=process.pk))
    assert perform(JOB, ConcludeRecall(recall_id=recall.pk)).state == State.FAILED


def test_a_stated_threshold_holds_exactly(scene: Scene) -> None:
    rules(scene, threshold=Ballot.Threshold.TWO_THIRDS)
    committee = recalls.settled_in(scene)
    assert recalls.concluded(scene, recalls.at_vote(scene, committee), yes=4).state == State.FAILED


def test_whoever_steps_down_ends_the_recall_and_its_ballot(scene: Scene) -> None:
    recall = recalls.at_vote(scene)
    perform(scene.actor("user"), StepDown(seat_id=recall.seat_id))
    recall = again(recall)
    assert recall.state == State.LEFT
    assert recall.ballot is not None
    assert stage_of(recall.ballot) is Stage.CANCELLED
    assert recall_queries.recalls_to_conclude() == []


def test_reasons_that_tell_private_things_are_covered_and_the_petition_goes_on(scene: Scene) -> None:
    recall, cora = recalls.of_una(scene), scene.actor("coordinator")
    perform(cora, CoverGrounds(recall_id=recall.pk, reason="It tells of an illness."))
    assert (again(recall).grounds, again(recall).state) == ("", State.OPEN)
    with pytest.raises(Conflict):
        perform(cora, CoverGrounds(recall_id=recall.pk, reason="Again."))
    with pytest.raises(Missing):
        perform(as_member(recalls.electors(scene)[3]), RewordGrounds(recall_id=recall.pk, grounds="Mine."))
    perform(scene.actor("user"), RewordGrounds(recall_id=recall.pk, grounds="No reports since June."))
    assert again(recall).grounds == "No reports since June."


def test_whoever_is_to_be_recalled_covers_nothing_however_much_they_run(scene: Scene) -> None:
    seat = recalls.recallable(scene)
    Seat.objects.filter(pk=seat.pk).update(person=scene.people["coordinator"])
    recall = recalls.ask(scene, Seat.objects.get(pk=seat.pk), scene.people["user"])
    with pytest.raises(Refused, match="about yourself"):
        perform(scene.actor("coordinator"), CoverGrounds(recall_id=recall.pk, reason="I do not like it."))


def test_the_rules_do_not_change_under_a_petition_and_stay_within_limits(scene: Scene) -> None:
    for wrong in ({"percent": 51}, {"percent": 4}, {"days": 6}, {"first_weeks": 27}, {"quorum_percent": 51}):
        with pytest.raises(Invalid):
            rules(scene, **wrong)
    rules(scene, percent=30, days=14)
    recall = recalls.opened(scene)
    assert (recall.percent, recall.closes_at.date()) == (30, (clock.now() + timedelta(days=14)).date())
    with pytest.raises(Conflict, match="petition runs"):
        rules(scene, percent=50)


def test_only_those_who_belong_learn_of_a_recall_also_where_results_are_for_everybody(scene: Scene) -> None:
    committee = recalls.settled_in(scene, election={"result_for": "everybody"})
    recall = recalls.opened(scene, committee)
    for name, status in (("visitor", 404), ("stranger", 404), ("outsider", 404), ("rep", 200)):
        client = Client()
        if name != "visitor":
            client.force_login(scene.people[name])
        assert client.get(recall.get_absolute_url()).status_code == status
        page = client.get(committee.get_absolute_url())
        assert page.status_code == 200
        assert (str(recall.pk) in page.text) is (status == 200)


def test_somebody_who_leaves_takes_support_and_what_was_said_about_them_along(scene: Scene) -> None:
    recall, one = recalls.at_vote(scene), recalls.electors(scene)[0]
    other = recalls.running(scene)
    recalls.support(other, room.members(scene)[2])
    perform(scene.actor("user"), AnswerRecall(recall_id=recall.pk, reply="I was away."))
    perform(JOB, VacateSeats(person_id=room.members(scene)[2].pk))
    assert RecallSupport.objects.filter(recall=other).count() == 1
    perform(JOB, VacateSeats(person_id=scene.people["user"].pk))
    recall = again(recall)
    assert (recall.grounds, recall.reply, recall.state) == ("", "", State.LEFT)
    assert recall.ballot is not None
    assert "Ann Archer" not in recall.ballot.ballot.question
    assert one.pk != recall.opened_by_id


def test_a_petition_with_time_or_support_left_is_not_closed(scene: Scene) -> None:
    recall = recalls.reached(scene)
    with pytest.raises(Conflict):
        perform(JOB, CloseRecall(recall_id=recall.pk))
    with clock.stopped_at(recall.closes_at):
        assert recall_queries.recalls_to_close() == []
        put_to_vote.func(0)
    assert again(recall).state == State.BALLOT
