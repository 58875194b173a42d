"""Votes by post: asked for, taken in by a clerk, typed in by two others, counted once, and joined to nobody."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.assemblies import postal_queries
from causeway.domains.assemblies.commands.allow_post import AllowPost
from causeway.domains.assemblies.commands.ask_for_paper import AskForPaper
from causeway.domains.assemblies.commands.begin_stack import BeginStack
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.discard_stack import DiscardStack
from causeway.domains.assemblies.commands.forget_elector import ForgetElector
from causeway.domains.assemblies.commands.issue_papers import IssuePapers
from causeway.domains.assemblies.commands.take_up_duty import TakeUpDuty
from causeway.domains.assemblies.models import (
    Ballot,
    Duty,
    Paper,
    PostalPaper,
    PostalVote,
    Process,
    Stack,
    StackCount,
    Voted,
)
from causeway.domains.assemblies.postal import differing, duty_code
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.errors import Conflict, Invalid, Refused
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.assemblies import card_scene, floor_scene
from tests.domains.assemblies import postal_scene as post
from tests.domains.assemblies import scene as room
from tests.domains.assemblies.postal_scene import MARKS, TELLERS
from tests.scenes import Scene
from tests.snapshot import Snapshot

JOB = System(reason="a test")


def test_asking_for_a_paper_marks_nothing_and_one_may_still_vote_here(scene: Scene) -> None:
    process, una = post.by_post(scene), scene.people["user"]
    assert not Voted.objects.exists()
    room.cast(process, una, (1, 2, None, None))
    code = PostalPaper.objects.get().code
    with pytest.raises(Conflict, match="Put the envelope aside unopened"):
        post.open_(scene, process, code)
    assert PostalVote.objects.get(pk=process.pk).envelopes == 0


def test_whoever_s_envelope_was_opened_cannot_vote_here_or_send_another(scene: Scene) -> None:
    process, una = post.by_post(scene), scene.people["user"]
    code = PostalPaper.objects.get().code
    post.open_(scene, process, code)
    with pytest.raises(Conflict, match="voted already"):
        room.cast(process, una, (1, 2, None, None))
    with pytest.raises(Conflict, match="voted already"):
        post.open_(scene, process, code)
    with pytest.raises(Conflict, match="voted already"):
        post.ask(process, una)
    assert Voted.objects.count() == 1
    assert not Paper.objects.exists(), "the paper is still in its envelope"


@pytest.mark.django_db(transaction=True)
def test_of_a_vote_here_and_an_envelope_at_once_one_counts(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    process, una = post.by_post(scene), scene.people["user"]
    code, ready = PostalPaper.objects.get().code, Barrier(4)

    def here(_tab: int) -> bool:
        return _tries(ready, lambda: room.cast(process, una, (1, None, None, None)))

    def envelope(_copy: int) -> bool:
        return _tries(ready, lambda: post.open_(scene, process, code))

    with ThreadPoolExecutor(4) as pool:
        tries = [pool.submit(way, number) for number in range(2) for way in (here, envelope)]
        taken = [one.result() for one in tries]
    assert taken.count(True) == Voted.objects.count() == 1
    assert Paper.objects.count() + PostalVote.objects.get(pk=process.pk).envelopes == 1


def _tries(ready: Barrier, act: object) -> bool:
    try:
        ready.wait()
        act()  # type: ignore[operator]
    except Conflict:
        return False
    finally:
        connection.close()
    return True


def test_a_code_opens_its_own_envelope_and_no_other(scene: Scene) -> None:
    process = post.by_post(scene)
    elsewhere = post.posted(scene, title="Another vote")
    code = post.ask(elsewhere, scene.people["user"]).code
    for wrong in (code, "AAAA-AAAA-AAAA", ""):
        with pytest.raises(Invalid, match="No envelope of this vote"):
            post.open_(scene, process, wrong)
    assert not Voted.objects.exists()


# -- duties --------------------------------------------------------------------------------------------------------


def test_whoever_opens_envelopes_types_no_papers_in_and_the_other_way_round(scene: Scene) -> None:
    process = post.by_post(scene)
    with pytest.raises(Conflict, match="must not type papers in"):
        post.take_up(scene, process, post.CLERK, Duty.Kind.TELLER)
    with pytest.raises(Conflict, match="must not type papers in"):
        post.take_up(scene, process, TELLERS[0], Duty.Kind.CLERK)
    with pytest.raises(Refused, match="do not have this duty"):
        perform(scene.actor(post.CLERK), BeginStack(process_id=process.pk, size=5))
    with pytest.raises(Refused, match="do not have this duty"):
        post.open_(scene, process, PostalPaper.objects.get().code, by=TELLERS[0])


def test_running_the_vote_gives_neither_duty_and_a_wrong_code_none(scene: Scene) -> None:
    process = post.by_post(scene)
    with pytest.raises(Refused):
        post.open_(scene, process, PostalPaper.objects.get().code, by="coordinator")
    other = post.posted(scene, title="Another vote")
    for wrong in ("", "AAAAAAAA", duty_code(other, Duty.Kind.CLERK)):
        with pytest.raises(Invalid, match="gives no duty"):
            perform(scene.actor("coordinator"), TakeUpDuty(process_id=process.pk, code=wrong))


# -- stacks --------------------------------------------------------------------------------------------------------


def test_papers_fall_into_the_box_once_two_tellers_agree_and_nothing_of_the_stack_is_kept(scene: Scene) -> None:
    stack = post.with_stack(scene)
    process = stack.vote.process
    assert post.type_all(scene, stack, TELLERS[0]) is False
    assert not Paper.objects.exists()
    assert post.type_all(scene, stack, TELLERS[1]) is True
    papers = list(Paper.objects.filter(ballot=process.pk))
    assert sorted(paper.marks for paper in papers) == sorted(list(marks) for marks in MARKS)
    assert len({paper.receipt for paper in papers}) == len(MARKS)
    assert not Stack.objects.exists()
    assert not StackCount.objects.exists()
    assert PostalVote.objects.get(pk=process.pk).entered == 5


def test_differences_are_shown_to_both_once_both_have_typed_and_one_corrects_them(scene: Scene) -> None:
    stack = post.with_stack(scene)
    vote, names = stack.vote, list(room.NAMES)
    post.type_all(scene, stack, TELLERS[0])
    first = postal_queries.stack_shown(scene.actor(TELLERS[0]), vote, names)
    assert (first.waits_for_other, first.differs) == (True, [])
    wrong = (MARKS[0], (1, 2, 0, 0), *MARKS[2:])
    assert post.type_all(scene, stack, TELLERS[1], wrong) is False
    for name in TELLERS:
        shown = postal_queries.stack_shown(scene.actor(name), vote, names)
        assert shown.differs == [(2, "1 Ben Baker, 2 Ann Archer", "1 Ann Archer, 2 Ben Baker")]
    assert not Paper.objects.exists()
    assert post.type_(scene.actor(TELLERS[1]), stack, 2, *MARKS[1]) is True


def test_one_teller_is_not_two_and_a_third_is_not_heard(scene: Scene) -> None:
    stack = post.with_stack(scene)
    for _time in range(2):
        assert post.type_all(scene, stack, TELLERS[0]) is False
    post.type_(scene.actor(TELLERS[1]), stack, 1, *MARKS[0])
    post.take_up(scene, stack.vote.process, "handler_two", Duty.Kind.TELLER)
    with pytest.raises(Conflict, match="Two tellers type"):
        post.type_(scene.actor("handler_two"), stack, 1, *MARKS[0])


def test_a_stack_so_small_that_it_tells_whose_it_is_waits_until_no_more_can_come(scene: Scene) -> None:
    process = post.posted(scene)
    post.opened(scene, process, 4)
    with pytest.raises(Invalid, match="say whose they are"):
        post.begun(scene, process, 4)
    with pytest.raises(Invalid, match="cannot be there"):
        post.begun(scene, process, 5)
    with clock.stopped_at(PostalVote.objects.get(pk=process.pk).post_by + timedelta(minutes=1)):
        with pytest.raises(Invalid, match="say whose they are"):
            post.begun(scene, process, 3)
        stack = post.begun(scene, process, 4)
        for name in TELLERS:
            post.type_all(scene, stack, name, MARKS[:4])
    assert Paper.objects.filter(ballot=process.pk).count() == 4


def test_a_spoilt_paper_counts_for_the_quorum_only(scene: Scene) -> None:
    process = post.posted(scene, form=Ballot.Form.YES_NO, options=(), seats=1)
    post.opened(scene, process)
    stack = post.begun(scene, process)
    for name in TELLERS:
        for number in range(1, 5):
            post.type_(scene.actor(name), stack, number, 1, 0, 0)
        post.type_(scene.actor(name), stack, 5, spoilt=True)
    outcome = _counted(process)
    assert (outcome["papers"], outcome["blank"], outcome["totals"]) == (5, 1, [4, 0, 0])


def test_a_paper_that_breaks_the_rules_and_one_that_is_not_there_are_not_typed(scene: Scene) -> None:
    stack = post.with_stack(scene)
    ugo = scene.actor(TELLERS[0])
    with pytest.raises(Invalid, match="number 1 more than once"):
        post.type_(ugo, stack, 1, 1, 1, 0, 0)
    for number in (0, 6):
        with pytest.raises(Invalid, match="no paper of this number"):
            post.type_(ugo, stack, number, 1, 0, 0, 0)


def test_a_miscounted_stack_is_forgotten_and_begun_again(scene: Scene) -> None:
    stack = post.with_stack(scene)
    process = stack.vote.process
    post.type_all(scene, stack, TELLERS[0])
    with pytest.raises(Conflict, match="Another stack"):
        post.begun(scene, process)
    perform(scene.actor(TELLERS[1]), DiscardStack(stack_id=stack.pk))
    assert not StackCount.objects.exists()
    assert post.begun(scene, process).size == 5


marks = st.lists(st.integers(0, 3), min_size=2, max_size=2)


@given(st.lists(st.tuples(marks, marks), min_size=1, max_size=8))
def test_exactly_the_papers_that_differ_are_told(pairs: list[tuple[list[int], list[int]]]) -> None:
    counts = [StackCount(papers=[pair[side] for pair in pairs]) for side in range(2)]
    assert differing(counts) == [number for number, (one, other) in enumerate(pairs, start=1) if one != other]
    counts[1].papers[0] = None
    assert differing(counts) == [], "before both have typed all, nothing is told"


@pytest.mark.django_db(transaction=True)
def test_two_tellers_who_finish_at_once_enter_the_stack_once(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    stack = post.with_stack(scene)
    for name in TELLERS:
        for number, typed in enumerate(MARKS[:4], start=1):
            post.type_(scene.actor(name), stack, number, *typed)
    ready = Barrier(2)

    def last(name: str) -> bool:
        try:
            ready.wait()
            return post.type_(scene.actor(name), stack, 5, *MARKS[4])
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        entered = list(pool.map(last, TELLERS))
    assert sorted(entered) == [False, True]
    assert Paper.objects.count() == 5


# -- secrecy and the close -----------------------------------------------------------------------------------------


def _rows(table: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT xmin::text FROM {table} ORDER BY ctid")
        return list(cursor.fetchall())


@pytest.mark.django_db(transaction=True)
def test_nothing_joins_an_envelope_and_a_paper_by_order_time_or_transaction(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    orders = set()
    for number in range(4):
        process = post.posted(scene, title=f"Vote {number}")
        post.opened(scene, process)
        stack = post.begun(scene, process)
        for name in TELLERS:
            post.type_all(scene, stack, name)
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT marks::text FROM assemblies_paper WHERE ballot_id = '{process.pk}' ORDER BY ctid")
            orders.add(tuple(cursor.fetchall()))
    assert len(orders) > 1, "they fall into the box in another order than that of the stack"
    assert not set(_rows("assemblies_voted")) & set(_rows("assemblies_paper"))
    assert {field.name for field in PostalPaper._meta.get_fields()} == {"elector", "code", "address", "issued_on"}
    assert {field.name for field in PostalVote._meta.get_fields()} == {
        "process",
        "return_to",
        "post_by",
        "envelopes",
        "entered",
        "stack",
    }
    for command in ("OpenEnvelope", "TypePaper", "AskForPaper"):
        times = {entry.at for entry in AuditEntry.objects.filter(command=command)}
        assert len(times) == 1, f"the trail keeps {command} to the day"
    asked = AuditEntry.objects.filter(command="AskForPaper").first()
    assert asked is not None
    assert (asked.sentence, asked.about) == ("asked for a ballot paper", None)


def _counted(process: Process) -> dict[str, Any]:
    room.let_pass(Process.objects.get(pk=process.pk), 3 * room.DAY)
    perform(JOB, CountBallot(ballot_id=process.pk))
    outcome = Ballot.objects.get(pk=process.pk).outcome
    assert outcome is not None
    return outcome


def test_after_the_close_nothing_is_entered_and_the_count_says_what_came_by_post(scene: Scene) -> None:
    stack = post.with_stack(scene)
    process = stack.vote.process
    post.type_all(scene, stack, TELLERS[0])
    room.cast(process, room.members(scene)[5], (1, None, None, None))
    room.let_pass(process, 3 * room.DAY)
    with pytest.raises(Refused, match="takes no more papers"):
        post.type_all(scene, stack, TELLERS[1])
    with pytest.raises(Refused, match="takes no more papers"):
        post.open_(scene, process, "AAAA-AAAA-AAAA")
    with pytest.raises(Refused, match="cannot be asked for"):
        post.ask(process, room.members(scene)[6])
    perform(JOB, CountBallot(ballot_id=process.pk))
    page = Client()
    page.force_login(scene.people["user"])
    text = page.get(process.get_absolute_url()).text
    assert "0 papers came by post" in text
    assert "5 envelopes were opened whose papers were not entered before the close" in text


def test_papers_by_post_and_papers_cast_here_are_counted_together(scene: Scene) -> None:
    process = post.posted(scene)
    post.opened(scene, process)
    stack = post.begun(scene, process)
    room.cast(process, room.members(scene)[6], (1, None, None, None))
    for name in TELLERS:
        post.type_all(scene, stack, name)
    assert _counted(process)["papers"] == 6
    page = Client()
    page.force_login(scene.people["user"])
    assert "5 papers came by post" in page.get(process.get_absolute_url()).text


def test_an_envelope_that_comes_after_its_day_is_put_aside(scene: Scene) -> None:
    process = post.by_post(scene)
    late = PostalVote.objects.get(pk=process.pk).post_by + timedelta(minutes=1)
    with clock.stopped_at(late), pytest.raises(Conflict, match="day for the post is over"):
        post.open_(scene, process, PostalPaper.objects.get().code)


# -- addresses, terms, prints --------------------------------------------------------------------------------------


def test_an_address_is_read_by_those_who_issue_and_deleted_with_that_or_with_its_account(scene: Scene) -> None:
    process = post.posted(scene)
    una, other = scene.people["user"], room.members(scene)[1]
    post.ask(process, una, "1 Mill Lane\nWestbury")
    post.ask(process, other, "2 Mill Lane")
    assert [paper.address for paper in postal_queries.papers_to_issue(PostalVote.objects.get(pk=process.pk))]
    assert "Mill Lane" not in repr(AskForPaper(process_id=process.pk, address="1 Mill Lane"))
    perform(JOB, ForgetElector(person_id=other.pk))
    assert sorted(paper.address for paper in PostalPaper.objects.all()) == ["", "1 Mill Lane\nWestbury"]
    assert perform(scene.actor("coordinator"), IssuePapers(process_id=process.pk)) == 2
    assert {paper.address for paper in PostalPaper.objects.all()} == {""}
    assert post.ask(process, una, "3 Mill Lane").address == "", "once it is issued no address is taken"


def test_only_secret_ballots_take_papers_by_post_and_only_until_their_close(scene: Scene) -> None:
    cora, soon = scene.actor("coordinator"), clock.now() + timedelta(minutes=5)
    for other in (card_scene.lying_open(scene), floor_scene.poll(scene).process):
        with pytest.raises(Conflict, match="Only papers of secret ballots"):
            perform(cora, AllowPost(process_id=other.pk, return_to="x", post_by=soon))
    with pytest.raises(Conflict, match="over"):
        perform(cora, AllowPost(process_id=room.over(scene).pk, return_to="x", post_by=soon))
    process = room.voting(scene)
    for wrong in (clock.now() - room.DAY, clock.now() + 9 * room.DAY):
        with pytest.raises(Invalid):
            perform(cora, AllowPost(process_id=process.pk, return_to="x", post_by=wrong))


def test_nobody_asks_for_a_paper_by_an_office(scene: Scene) -> None:
    process = post.by_post(scene)
    with pytest.raises(Refused, match="not on the roll"):
        perform(scene.actor("coordinator"), AskForPaper(process_id=process.pk))
    perform(Member(room.members(scene)[2].pk), AskForPaper(process_id=process.pk))


def test_a_paper_is_printed_with_its_slip_in_two_sizes_and_says_that_it_is_no_statutory_ballot(scene: Scene) -> None:
    process = post.by_post(scene)
    page = Client()
    page.force_login(scene.people["user"])
    address = f"{process.get_absolute_url()}post/paper.pdf"
    usual, large = page.get(address).content, page.get(address, {"print": "large"}).content
    assert usual.startswith(b"%PDF")
    assert b"StructTreeRoot" in usual, "it is tagged, for those who have it read to them"
    assert usual != large
