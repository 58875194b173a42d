"""Questions put to a meeting: hands that one or two tellers count, polls on phones, and what is shown."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.alliances.commands.join_organisation import JoinOrganisation
from causeway.domains.alliances.models import Meeting
from causeway.domains.assemblies import floor_queries, queries
from causeway.domains.assemblies.commands.answer_poll import AnswerPoll
from causeway.domains.assemblies.commands.cancel_process import CancelProcess
from causeway.domains.assemblies.commands.cast_paper import CastPaper
from causeway.domains.assemblies.commands.close_poll import ClosePoll
from causeway.domains.assemblies.commands.count_ballot import CountBallot
from causeway.domains.assemblies.commands.forget_teller import ForgetTeller
from causeway.domains.assemblies.commands.recount_hands import RecountHands
from causeway.domains.assemblies.computing import carries
from causeway.domains.assemblies.hands import outcome_of_hands
from causeway.domains.assemblies.models import FloorVote, HandCount, Paper, Round, Voted
from causeway.domains.assemblies.tasks import count_what_is_over
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from tests.domains.assemblies import floor_scene as floor
from tests.domains.assemblies import scene as room
from tests.scenes import Scene, person
from tests.snapshot import Snapshot

PHONES = FloorVote.Way.PHONES


def answer(s: Scene, vote: FloorVote, name: str, *marks: int) -> str:
    return perform(s.actor(name), AnswerPoll(code=floor.again(s, vote).floor.code, marks=marks))


def answer_all(s: Scene, vote: FloorVote) -> None:
    """All seven members answer: four yes, three no."""
    for voter, mark in zip(room.members(s), itertools.cycle((0, 1)), strict=False):
        marks = tuple(int(place == mark) for place in range(3))
        perform(Member(voter.pk), AnswerPoll(code=vote.floor.code, marks=marks))


# -- hands ---------------------------------------------------------------------------------------------------------


def test_one_teller_counts_and_it_is_recorded_at_once(scene: Scene) -> None:
    shown = floor_queries.shown(floor.recorded(scene))
    assert (shown.state, shown.carried) == ("recorded", True)
    assert [(bar.name, bar.number) for bar in shown.bars] == [("For", 21), ("Against", 4), ("Abstain", 2)]


def test_of_two_tellers_neither_sees_the_other_s_numbers_before_both_have_counted(scene: Scene) -> None:
    vote = floor.put(scene, floor.meeting_now(scene), tellers=2)
    code = floor.teller_code(vote)
    assert floor.count(scene, vote, 71935, 5, 1, teller="rep", code=code).recorded_at is None
    page = Client()
    page.force_login(scene.people["user_officer"])
    address = f"/at/tell/{code}/"
    assert "71935" not in page.get(address).text
    assert floor_queries.differences(floor.again(scene, vote)) is None
    floor.count(scene, vote, 71934, 5, 1, teller="user_officer", code=code)
    found = floor_queries.differences(floor.again(scene, vote))
    assert found is not None
    assert found.rows == [("For", 71935, 71934), ("Against", 5, 5), ("Abstain", 1, 1)]
    assert floor_queries.shown(floor.again(scene, vote)).state == "differ"
    assert "The two counts differ" in page.get(address).text


def test_a_difference_is_settled_by_typing_again_and_both_counts_stay_on_record(scene: Scene) -> None:
    vote = floor.put(scene, floor.meeting_now(scene), tellers=2)
    code = floor.teller_code(vote)
    floor.count(scene, vote, 20, 5, 1, teller="rep", code=code)
    floor.count(scene, vote, 19, 5, 1, teller="user_officer", code=code)
    with pytest.raises(Conflict, match="Nobody else can"):
        floor.count(scene, vote, 19, 5, 1, teller="coordinator")
    assert floor.count(scene, vote, 19, 5, 1, teller="rep", code=code).recorded_at
    assert HandCount.objects.count() == 3
    assert floor_queries.shown(floor.again(scene, vote)).bars[0].number == 19


def test_one_teller_cannot_be_both_of_two(scene: Scene) -> None:
    vote = floor.put(scene, floor.meeting_now(scene), tellers=2)
    for _time in range(2):
        assert floor.count(scene, vote, 20, 5, 1).recorded_at is None


def test_only_those_who_run_it_or_hold_the_tellers_code_count(scene: Scene) -> None:
    vote = floor.put(scene, floor.meeting_now(scene))
    other = floor.put(scene, floor.meeting_now(scene, "Another meeting"))
    for wrong in ("", "AAAAAAAA", floor.teller_code(other)):
        with pytest.raises(Refused, match="tellers’ code"):
            floor.count(scene, vote, 1, 0, 0, teller="user", code=wrong)
    with pytest.raises(Missing):
        floor.count(scene, vote, 1, 0, 0, teller="outsider", code=floor.teller_code(vote))
    assert floor.count(scene, vote, 1, 0, 0, teller="user", code=floor.teller_code(vote)).recorded_at


def test_a_result_is_corrected_by_a_further_round_only_and_all_rounds_stay(scene: Scene) -> None:
    vote = floor.recorded(scene)
    with pytest.raises(Conflict, match="only by counting again"):
        floor.count(scene, vote, 3, 21, 2)
    cora = scene.actor("coordinator")
    perform(cora, RecountHands(process_id=vote.pk, reason="A row was left out."))
    shown = floor_queries.shown(floor.again(scene, vote))
    assert (shown.state, shown.bars[0].number) == ("again", 21), "the first result stands until the new one is recorded"
    with pytest.raises(Conflict, match="not taken back"):
        perform(cora, CancelProcess(process_id=vote.pk, reason="We do not like it."))
    floor.count(scene, vote, 3, 24, 2)
    after = floor.again(scene, vote)
    assert floor_queries.shown(after).carried is False
    rounds = floor_queries.rounds_of(after)
    assert [one.bars[0].number for one in rounds] == [21, 3]
    assert rounds[1].round.reason == "A row was left out."


def test_numbers_that_cannot_be_are_not_taken(scene: Scene) -> None:
    vote = floor.put(scene, floor.meeting_now(scene), present=30)
    with pytest.raises(Invalid, match="more hands than there are people"):
        floor.count(scene, vote, 20, 10, 1)
    for numbers in ((1, 2), (-1, 2, 3), (1, 2, 100_001)):
        with pytest.raises(Invalid):
            floor.count(scene, vote, *numbers)
    assert floor.count(scene, vote, 20, 9, 1).recorded_at


def test_level_options_choose_nothing(scene: Scene) -> None:
    vote = floor.put(scene, floor.meeting_now(scene), options=("Red", "Blue", "Green"))
    floor.count(scene, vote, 12, 12, 3)
    shown = floor_queries.shown(floor.again(scene, vote))
    assert (shown.chosen, shown.level) == ([], ["Red", "Blue"])


hand_numbers = st.integers(0, 100_000)


@given(hand_numbers, hand_numbers, st.sampled_from(["majority", "two_thirds", "three_quarters"]))
def test_a_threshold_is_exact(in_favour: int, against: int, threshold: str) -> None:
    together = in_favour + against
    expected = {
        "majority": in_favour > against,
        "two_thirds": together > 0 and 3 * in_favour >= 2 * together,
        "three_quarters": together > 0 and 4 * in_favour >= 3 * together,
    }
    assert carries(threshold, in_favour, against) is expected[threshold]


@given(st.lists(hand_numbers, min_size=2, max_size=8))
def test_the_option_with_most_hands_is_chosen_and_a_level_one_never(numbers: list[int]) -> None:
    outcome = outcome_of_hands(FloorVote(names=["x"] * len(numbers), yes_no=False), numbers)
    first = max(numbers)
    alone = numbers.count(first) == 1 and first > 0
    assert outcome.chosen == (numbers.index(first) if alone else None)


def test_one_question_is_open_at_a_time_and_only_while_the_meeting_lasts(scene: Scene) -> None:
    meeting = floor.meeting_now(scene)
    vote = floor.put(scene, meeting)
    with pytest.raises(Conflict, match="Another question is open"):
        floor.put(scene, meeting, "And another?")
    floor.count(scene, vote, 3, 2, 1)
    floor.put(scene, meeting, "And another?")
    with pytest.raises(Conflict, match="Another question is open"):
        perform(scene.actor("coordinator"), RecountHands(process_id=vote.pk, reason="Asked for."))
    with clock.stopped_at(clock.now() + timedelta(days=2)), pytest.raises(Conflict, match="twelve hours after"):
        floor.put(scene, meeting, "Too late?")


@pytest.mark.django_db(transaction=True)
def test_two_tellers_who_type_at_once_are_both_heard(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    vote = floor.put(scene, floor.meeting_now(scene), tellers=2)
    code, ready = floor.teller_code(vote), Barrier(2)

    def tell(name: str) -> bool:
        try:
            ready.wait()
            return bool(floor.count(scene, vote, 8, 2, 1, teller=name, code=code).recorded_at)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        recorded = list(pool.map(tell, ("rep", "user_officer")))
    assert sorted(recorded) == [False, True]
    assert Round.objects.get(vote=vote).outcome["numbers"] == [8, 2, 1]


# -- polls on phones -----------------------------------------------------------------------------------------------


def test_those_who_belong_answer_once_while_the_poll_is_open(scene: Scene) -> None:
    vote = floor.poll(scene)
    answer(scene, vote, "user", 1, 0, 0)
    with pytest.raises(Conflict, match="voted already"):
        answer(scene, vote, "user", 0, 1, 0)
    for name in ("coordinator", "rep"):
        with pytest.raises(Refused, match="Members vote here"):
            answer(scene, vote, name, 1, 0, 0)
    with pytest.raises(Missing):
        answer(scene, vote, "outsider", 1, 0, 0)
    perform(scene.actor("coordinator"), ClosePoll(process_id=vote.pk))
    with pytest.raises(Refused, match="closed"):
        perform(
            Member(room.members(scene)[1].pk), AnswerPoll(code=floor.again(scene, vote).floor.code, marks=(1, 0, 0))
        )


def test_a_poll_is_answered_with_the_code_from_the_screen_and_not_from_home(scene: Scene) -> None:
    vote, una = floor.poll(scene), scene.actor("user")
    assert queries.votes_waiting_for(una, 5) == []
    with pytest.raises(Refused, match="the code that its screen shows"):
        perform(una, CastPaper(ballot_id=vote.pk, marks=(1, 0, 0)))
    with pytest.raises(Missing):
        perform(una, AnswerPoll(code="AAAAAA", marks=(1, 0, 0)))


def test_the_roll_of_a_poll_is_settled_when_it_is_put(scene: Scene) -> None:
    vote = floor.poll(scene)
    late = person("late@example.org", "Late")
    perform(Member(late.pk), JoinOrganisation(organisation_id=scene.users_group.pk))
    with pytest.raises(Refused, match="Members vote here"):
        perform(Member(late.pk), AnswerPoll(code=vote.floor.code, marks=(1, 0, 0)))


def test_a_poll_among_too_few_is_refused_because_it_would_tell_how_each_answered(scene: Scene) -> None:
    meeting = floor.meeting_now(scene)
    meeting.alliance, meeting.organisation = None, scene.branch
    meeting.save()
    from causeway.domains.assemblies.commands.put_question import PutQuestion

    with pytest.raises(Conflict, match="at least 5"):
        perform(scene.actor("rep"), PutQuestion(meeting_id=meeting.pk, question="Well?", way=PHONES))


def test_an_answer_is_stored_like_every_secret_ballot_and_told_to_nobody_before_the_close(scene: Scene) -> None:
    vote = floor.poll(scene)
    answer_all(scene, vote)
    assert Paper.objects.filter(ballot=vote.pk).count() == Voted.objects.filter(elector__roll=vote.pk).count() == 7
    entries = AuditEntry.objects.filter(command="AnswerPoll")
    assert {(entry.sentence, entry.about) for entry in entries} == {("voted", None)}
    assert "marks" not in repr(AnswerPoll(code="AAAAAA", marks=(1,)))
    for name in ("coordinator", "user"):
        shown = floor_queries.floor_at(scene.actor(name), vote.floor.code).question
        assert shown is not None
        assert (shown.bars, shown.answered) == ([], None), "seven are too few to be told while it is open"
    cora = scene.actor("coordinator")
    perform(cora, ClosePoll(process_id=vote.pk))
    perform(cora, CountBallot(ballot_id=vote.pk))
    after = floor_queries.shown(floor.again(scene, vote))
    assert [bar.number for bar in after.bars] == [4, 3, 0]
    assert after.carried is True
    with pytest.raises(Conflict, match="closed already"):
        perform(cora, ClosePoll(process_id=vote.pk))


def test_a_poll_that_nobody_closes_is_counted_by_the_clock(scene: Scene) -> None:
    vote = floor.poll(scene)
    answer_all(scene, vote)
    with clock.stopped_at(clock.now() + timedelta(minutes=31)):
        with pytest.raises(Refused, match="closed"):
            answer(scene, vote, "user", 1, 0, 0)
        count_what_is_over.func(0)
        assert floor_queries.shown(floor.again(scene, vote)).state == "recorded"


def test_answers_that_are_too_few_to_be_secret_are_destroyed_unread(scene: Scene) -> None:
    vote, cora = floor.poll(scene), scene.actor("coordinator")
    for voter in room.members(scene)[:4]:
        perform(Member(voter.pk), AnswerPoll(code=vote.floor.code, marks=(1, 0, 0)))
    perform(cora, ClosePoll(process_id=vote.pk))
    perform(cora, CountBallot(ballot_id=vote.pk))
    after = floor_queries.shown(floor.again(scene, vote))
    assert (after.state, after.bars) == ("withdrawn", [])
    assert "Fewer than five" in after.vote.process.cancel_reason
    assert not Paper.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_many_phones_that_answer_at_once_for_one_person_one_counts(built_scene: Snapshot[Scene]) -> None:
    scene = built_scene.restore()
    vote, ready = floor.poll(scene), Barrier(6)

    def phone(number: int) -> bool:
        try:
            ready.wait()
            answer(scene, vote, "user", *((1, 0, 0) if number % 2 else (0, 1, 0)))
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(6) as pool:
        taken = list(pool.map(phone, range(6)))
    assert taken.count(True) == Paper.objects.filter(ballot=vote.pk).count() == 1


# -- what is shown -------------------------------------------------------------------------------------------------


def test_the_short_address_shows_what_was_put_last_to_those_who_see_the_meeting(scene: Scene) -> None:
    meeting = floor.meeting_now(scene)
    first = floor.put(scene, meeting)
    floor.count(scene, first, 3, 2, 1)
    code = floor.again(scene, first).floor.code
    floor.put(scene, meeting, "Shall we march on a Sunday?")
    inside, outside = Client(), Client()
    inside.force_login(scene.people["user"])
    outside.force_login(scene.people["outsider"])
    assert "Shall we march on a Sunday?" in inside.get(f"/at/{code.lower()}/").text
    assert outside.get(f"/at/{code}/screen/").status_code == 404
    assert Client().get(f"/at/{code}/").status_code == 302, "a visitor is asked to sign in"
    assert inside.get("/at/", {"code": f" {code.lower()} "}).headers["Location"] == f"/at/{code}/"


def test_a_public_meeting_shows_its_hands_to_all(scene: Scene) -> None:
    meeting = floor.meeting_now(scene, "Public", visibility=Meeting.Visibility.PUBLIC)
    vote = floor.put(scene, meeting)
    floor.count(scene, vote, 30, 2, 1)
    page = Client().get(f"/at/{floor.again(scene, vote).floor.code}/")
    assert page.status_code == 200
    assert "Carried" in page.text


def test_numbers_typed_for_an_earlier_question_are_not_stored_for_the_next(scene: Scene) -> None:
    vote, meeting = floor.hands(scene), floor.hands(scene).floor.meeting
    code = floor.teller_code(vote)
    floor.count(scene, vote, 3, 2, 1)
    later = floor.put(scene, meeting, "And now?")
    teller = Client()
    teller.force_login(scene.people["user"])
    numbers = {"number_0": 9, "number_1": 0, "number_2": 0}
    teller.post(f"/at/tell/{code}/", {"question": vote.pk, **numbers})
    assert not HandCount.objects.filter(round__vote=later).exists()
    teller.post(f"/at/tell/{code}/", {"question": later.pk, **numbers})
    assert HandCount.objects.filter(round__vote=later).count() == 1


def test_a_teller_who_leaves_is_forgotten_and_the_numbers_stay(scene: Scene) -> None:
    vote = floor.recorded(scene)
    perform(System(reason="a test"), ForgetTeller(person_id=scene.people["coordinator"].pk))
    (count,) = HandCount.objects.filter(round__vote=vote)
    assert (count.teller_id, count.numbers) == (None, [21, 4, 2])
