"""From the roll to the count: who may vote, when, once, and what stays secret."""

from __future__ import annotations

import hashlib
import itertools
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import time, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.assemblies import queries
from causeway.domains.assemblies.commands.answer_objection import AnswerObjection
from causeway.domains.assemblies.commands.cancel_process import CancelProcess
from causeway.domains.assemblies.commands.cast_paper import CastPaper
from causeway.domains.assemblies.commands.clear_roll import ClearRoll
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.forget_elector import ForgetElector
from causeway.domains.assemblies.commands.mix_papers import MixPapers
from causeway.domains.assemblies.commands.move_vote import MoveVote
from causeway.domains.assemblies.commands.settle_roll import SettleRoll
from causeway.domains.assemblies.course import Stage, stage_of
from causeway.domains.assemblies.models import Elector, Objection, Paper, Process, Voted
from causeway.domains.assemblies.standing import index_of_elector
from causeway.domains.assemblies.tasks import clear_rolls, count_what_is_over, mix_boxes
from causeway.engines import stv
from causeway.engines.stv.formats import read
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.errors import Conflict, Invalid, Refused
from causeway.kernel.models import AuditEntry, OutboxEvent
from causeway.kernel.perform import perform
from tests.domains.assemblies import scene as room
from tests.scenes import Scene, person
from tests.snapshot import Snapshot

JOB = System(reason="a test")
TABS = 8


def test_the_roll_holds_members_once_and_nobody_by_an_office(scene: Scene) -> None:
    una = scene.actor("user")
    perform(una, JoinOrganisation(organisation_id=scene.branch.pk))  # a second hat
    process = room.settled(scene)
    assert process.roll.electors == Elector.objects.filter(roll=process.roll).count() == 7
    for officer in ("coordinator", "rep", "user_officer", "handler_one"):
        index = index_of_elector(scene.people[officer].pk)
        assert not Elector.objects.filter(roll=process.roll, person_index=index).exists(), officer


def test_a_roll_of_one_section_holds_its_members_only(scene: Scene) -> None:
    ravi_joins = JoinOrganisation(organisation_id=scene.branch.pk)
    perform(scene.actor("rep"), ravi_joins)
    process = room.settled(scene, section="users")
    assert process.roll.electors == 7
    with pytest.raises(Conflict, match="at least 5"):
        room.settled(scene, section="workers")


def test_numbers_by_section_are_told_only_where_no_section_is_small(scene: Scene) -> None:
    assert room.settled(scene).roll.by_section == {}
    for number in range(10):
        newcomer = Member(person(f"n{number}@example.org", "Newcomer").pk)
        perform(newcomer, JoinOrganisation(organisation_id=scene.users_group.pk))
        perform(newcomer, JoinOrganisation(organisation_id=scene.branch.pk))
    assert room.settled(scene).roll.by_section == {"users": 17, "workers": 10}


def test_a_roll_can_be_settled_again_until_the_vote_opens_and_keeps_its_tie_order(scene: Scene) -> None:
    process = room.settled(scene)
    drawn = process.ballot.tie_seed
    late = Member(person("late@example.org", "Late").pk)
    perform(late, JoinOrganisation(organisation_id=scene.users_group.pk))
    cora = scene.actor("coordinator")
    assert perform(cora, SettleRoll(process_id=process.pk)).electors == 8
    again = Process.objects.get(pk=process.pk)
    assert again.ballot.tie_seed == drawn
    room.let_pass(again, 2 * room.DAY)
    with pytest.raises(Conflict, match="has opened"):
        perform(cora, SettleRoll(process_id=process.pk))
    opens_at = clock.now() + room.DAY
    with pytest.raises(Conflict, match="has opened"):
        perform(cora, MoveVote(process_id=process.pk, opens_at=opens_at, closes_at=opens_at + room.DAY))


def test_the_vote_does_not_open_before_every_objection_is_answered(scene: Scene) -> None:
    objection = room.objection(scene)
    process = room.let_pass(objection.roll.process, 2 * room.DAY)
    assert stage_of(process) is Stage.WAITING
    with pytest.raises(Refused):
        room.cast(process, scene.people["user"], (1, None, None, None))
    perform(scene.actor("coordinator"), AnswerObjection(objection_id=objection.pk, answer="It joined last week."))
    assert stage_of(Process.objects.get(pk=process.pk)) is Stage.VOTING
    room.cast(process, scene.people["user"], (1, None, None, None))


def test_a_vote_whose_time_ran_out_before_its_objection_was_answered_is_moved_and_not_counted(scene: Scene) -> None:
    objection = room.objection(scene)
    process = room.let_pass(objection.roll.process, 5 * room.DAY)
    cora, opens_at = scene.actor("coordinator"), clock.now() + room.DAY
    assert queries.ballots_to_count() == []
    with pytest.raises(Conflict, match="Move the vote first"):
        perform(cora, AnswerObjection(objection_id=objection.pk, answer="It joined last week."))
    perform(cora, MoveVote(process_id=process.pk, opens_at=opens_at, closes_at=opens_at + room.DAY))
    perform(cora, AnswerObjection(objection_id=objection.pk, answer="It joined last week."))
    assert stage_of(Process.objects.get(pk=process.pk)) is Stage.OBJECTING


def test_an_objection_is_read_by_those_who_run_the_vote_and_by_whoever_raised_it(scene: Scene) -> None:
    objection = room.objection(scene)
    process = queries.process_at(scene.actor("user"), objection.roll.process.slug)
    for name, sees in (("user", True), ("coordinator", True), ("rep", False)):
        shown = queries.process_shown(scene.actor(name), process)
        assert (objection in shown.mine) is sees, name
        assert shown.objections == shown.unanswered == 1


def test_nobody_votes_before_the_opening_after_the_close_or_by_an_office(scene: Scene) -> None:
    marks = (1, None, None, None)
    una, cora = scene.people["user"], scene.people["coordinator"]
    with pytest.raises(Refused, match="not open yet"):
        room.cast(room.lying_open(scene), una, marks)
    with pytest.raises(Refused, match="not on the roll"):
        room.cast(room.voting(scene), cora, marks)
    with pytest.raises(Refused, match="takes no more papers"):
        room.cast(room.over(scene), una, marks)
    late = person("late@example.org", "Late")
    process = room.voting(scene)
    perform(Member(late.pk), JoinOrganisation(organisation_id=scene.users_group.pk))
    with pytest.raises(Refused, match="not on the roll"):
        room.cast(process, late, marks)


def test_somebody_votes_once(scene: Scene) -> None:
    process, una = room.voting(scene), scene.people["user"]
    room.cast(process, una, (1, 2, None, None))
    with pytest.raises(Conflict, match="voted already"):
        room.cast(process, una, (None, None, 1, 2))
    assert Paper.objects.get(ballot=process.ballot).marks == [1, 2, 0, 0]


@pytest.mark.django_db(transaction=True)
def test_of_many_tabs_that_vote_at_once_one_counts(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    process, una = room.voting(scene), scene.people["user"]
    all_ready = Barrier(TABS)

    def tab(number: int) -> bool:
        try:
            all_ready.wait()
            room.cast(process, una, (1, None, None, None) if number % 2 else (None, 1, None, None))
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(TABS) as pool:
        cast = list(pool.map(tab, range(TABS)))
    assert cast.count(True) == Paper.objects.filter(ballot=process.ballot).count() == Voted.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("end", ["count", "cancel"])
def test_a_paper_on_its_way_while_the_box_closes_is_refused_and_none_is_left_uncounted(
    built_scene: Snapshot[Scene], end: str
) -> None:
    scene = built_scene.restore()
    process, una = room.voting(scene), scene.people["user"]
    room.cast(process, room.members(scene)[1], (1, None, None, None))
    before_the_close = process.phases.get(kind="vote").closes_at - timedelta(seconds=1)

    def late() -> None:
        try:
            with clock.stopped_at(before_the_close), pytest.raises(Conflict, match="a moment ago"):
                room.cast(process, una, (None, 1, None, None))
        finally:
            connection.close()

    after = clock.now() + 3 * room.DAY
    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic(), clock.stopped_at(after if end == "count" else clock.now()):
            if end == "count":
                perform(JOB, CountBallot(ballot_id=process.pk))
            else:
                perform(scene.actor("coordinator"), CancelProcess(process_id=process.pk, reason="Wrong"))
            waiting = pool.submit(late)  # it was let in before the close, and comes to the box while that is locked
            assert wait([waiting], timeout=1).not_done, "the paper must wait until the box is closed"
        waiting.result()
    assert Paper.objects.count() == (1 if end == "count" else 0)
    assert Voted.objects.count() == 1


def test_a_paper_that_breaks_the_rules_is_not_cast_and_can_be_mended(scene: Scene) -> None:
    process, una = room.voting(scene), scene.people["user"]
    with pytest.raises(Invalid, match="number 1 more than once"):
        room.cast(process, una, (1, 1, None, None))
    assert not Voted.objects.exists()
    room.cast(process, una, (1, 2, None, None))


def test_what_the_door_writes_of_a_vote_tells_neither_when_nor_in_what(scene: Scene) -> None:
    process, una = room.voting(scene), scene.people["user"]
    events = OutboxEvent.objects.count()
    receipt = room.cast(process, una, (4, 3, 2, 1))
    entry = AuditEntry.objects.get(command="CastPaper")
    assert (entry.sentence, entry.about) == ("voted", None)
    assert timezone.localtime(entry.at).time() == time(0), "to the day"
    assert str(process.pk) not in f"{entry.scope}"
    assert receipt not in entry.sentence
    assert OutboxEvent.objects.count() == events
    assert "marks" not in repr(CastPaper(ballot_id=process.pk, marks=(1,)))


def _rows(table: str, columns: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table} ORDER BY ctid")
        return cursor.fetchall()


@pytest.mark.django_db(transaction=True)
def test_once_mixed_nothing_in_the_database_joins_voters_and_papers(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    process = room.voting(scene)
    for number, voter in enumerate(room.members(scene)):
        room.cast(process, voter, tuple((place + number) % 4 + 1 for place in range(4)))
    together = {row[0] for row in _rows("assemblies_voted", "xmin::text")}
    apart = _rows("assemblies_paper", "xmin::text")
    assert {row[0] for row in apart} == together, "before it is mixed, the transaction tells: that is what is mended"
    orders = set()
    for _time in range(4):
        perform(JOB, MixPapers(ballot_id=process.pk))
        papers = _rows("assemblies_paper", "xmin::text, octet_length(id::text), receipt, id::text")
        assert len(papers) == 7
        assert len({row[0] for row in papers}) == 1, "one transaction wrote them all"
        assert not {row[0] for row in papers} & together
        assert {row[1] for row in papers} == {36}
        orders.add(tuple(row[2] for row in papers))
        Paper.objects.filter(pk=papers[0][3]).update(receipt=papers[0][2])  # a new paper came, so it is mixed again
    assert len(orders) > 1, "they lie in another order each time"
    columns = {field.name for field in Paper._meta.get_fields()}
    assert columns == {"id", "ballot", "marks", "receipt", "section"}
    assert {field.name for field in Voted._meta.get_fields()} == {"elector"}
    assert set(Paper.objects.values_list("section", flat=True)) == {""}, "kept only where a ballot asks for it"


def test_a_receipt_finds_the_paper_as_it_was_marked_once_the_vote_is_counted(scene: Scene) -> None:
    process = room.voting(scene)
    receipts = room.cast_all(scene, process)
    assert not queries.papers_of(process.ballot).exists(), "nobody looks into the box before the count"
    process = room.let_pass(process, 3 * room.DAY)
    perform(JOB, CountBallot(ballot_id=process.pk))
    ballot = Process.objects.get(pk=process.pk).ballot
    for receipt, marks in zip(receipts, room.RANKINGS, strict=True):
        assert queries.papers_of(ballot).get(receipt=receipt).marks == [mark or 0 for mark in marks]


def test_anybody_can_count_the_published_files_again(scene: Scene, tmp_path: Path) -> None:
    process = room.counted(scene, result_for="everybody")
    ballot, visitor = process.ballot, Client()
    file = visitor.get(f"{process.get_absolute_url()}papers.csv").content
    assert ballot.digest == f"sha256:{hashlib.sha256(file).hexdigest()}"
    assert file.decode().splitlines()[0] == "receipt,Ann Archer,Ben Baker,Cat Cooper,Dee Dyer"
    copy = tmp_path / "papers.blt"
    copy.write_bytes(visitor.get(f"{process.get_absolute_url()}papers.blt").content)
    order = stv.TieOrder.drawn(ballot.tie_seed, size=4)
    again = stv.count(read(copy), rule="scottish", ties=order)
    assert list(again.winners) == ballot.outcome["chosen"]
    assert ballot.outcome["papers"] == again.valid == 7


def test_a_vote_is_counted_by_the_clock_and_once(scene: Scene) -> None:
    process = room.over(scene)
    assert queries.ballots_to_count() == [process.pk]
    count_what_is_over.func(0)
    assert stage_of(Process.objects.get(pk=process.pk)) is Stage.COUNTED
    assert queries.ballots_to_count() == []
    with pytest.raises(Conflict):
        perform(JOB, CountBallot(ballot_id=process.pk))


def test_no_vote_is_counted_before_it_closes(scene: Scene) -> None:
    process = room.voting(scene)
    mix_boxes.func(0)
    with pytest.raises(Conflict, match="not waiting to be counted"):
        perform(scene.actor("coordinator"), CountBallot(ballot_id=process.pk))


def test_a_cancelled_vote_keeps_no_papers_and_takes_none(scene: Scene) -> None:
    process, una = room.voting(scene), scene.people["user"]
    room.cast(process, una, (1, None, None, None))
    perform(scene.actor("coordinator"), CancelProcess(process_id=process.pk, reason="The wrong question"))
    assert not Paper.objects.exists()
    with pytest.raises(Refused, match="cancelled"):
        room.cast(process, room.members(scene)[1], (1, None, None, None))
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), CancelProcess(process_id=process.pk, reason="Again"))


def test_a_closed_vote_cannot_be_cancelled_to_hide_its_result(scene: Scene) -> None:
    with pytest.raises(Conflict, match="will be counted"):
        perform(scene.actor("coordinator"), CancelProcess(process_id=room.over(scene).pk, reason="I do not like it"))


def test_whoever_leaves_is_found_on_no_roll_and_the_numbers_stay(scene: Scene) -> None:
    objection = room.objection(scene)
    process, una = room.voting(scene), scene.people["user"]
    room.cast(process, una, (1, None, None, None))
    perform(JOB, ForgetElector(person_id=una.pk))
    assert not Elector.objects.filter(person_index=index_of_elector(una.pk)).exists()
    assert Elector.objects.filter(roll=process.roll).count() == 7
    assert Voted.objects.count() == 1
    assert not Objection.objects.filter(pk=objection.pk).exists()


def test_a_month_after_the_count_the_roll_is_deleted_and_the_result_stays(scene: Scene) -> None:
    process = room.counted(scene)
    with pytest.raises(Conflict):
        perform(JOB, ClearRoll(process_id=room.voting(scene).pk))
    clear_rolls.func(0)
    assert Elector.objects.filter(roll=process.roll).exists()
    with clock.stopped_at(clock.now() + timedelta(days=31)):
        clear_rolls.func(0)
    assert not Elector.objects.filter(roll=process.roll).exists()
    assert not Voted.objects.filter(elector__roll=process.roll).exists()
    assert Process.objects.get(pk=process.pk).ballot.outcome["papers"] == 7


def test_the_roll_of_a_cancelled_vote_is_deleted_too(scene: Scene) -> None:
    process = room.voting(scene)
    room.cast(process, scene.people["user"], (1, None, None, None))
    perform(scene.actor("coordinator"), CancelProcess(process_id=process.pk, reason="The wrong question"))
    with clock.stopped_at(clock.now() + timedelta(days=31)):
        clear_rolls.func(0)
    assert not Elector.objects.filter(roll=process.roll).exists()


def test_the_turn_out_is_not_told_while_it_would_say_who(scene: Scene) -> None:
    process = room.voting(scene)
    room.cast(process, scene.people["user"], (1, None, None, None))
    assert queries.turn_out_of(process) is None
    for number in itertools.count():
        if Voted.objects.filter(elector__roll=process.roll).count() == 10:
            break
        elector = Elector.objects.create(roll=process.roll, person_index=bytes([number]) * 32)
        Voted.objects.create(elector=elector)
    assert queries.turn_out_of(process) == 10


def test_an_open_vote_waits_for_those_on_the_roll_who_have_not_voted(scene: Scene) -> None:
    process = room.voting(scene)
    waiting = [row.process for row in queries.votes_waiting_for(scene.actor("user"), 5)]
    assert waiting == [process]
    assert queries.votes_waiting_for(scene.actor("coordinator"), 5) == []
    room.cast(process, scene.people["user"], (1, None, None, None))
    assert queries.votes_waiting_for(scene.actor("user"), 5) == []
