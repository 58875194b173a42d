"""Rotas and shifts: taking, handing over, dropping, reminding."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, time, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from causeway.domains.campaigns.commands.accept_shift import AcceptShift
from causeway.domains.campaigns.commands.cancel_event import CancelEvent
from causeway.domains.campaigns.commands.choose_reminders import ChooseReminders
from causeway.domains.campaigns.commands.drop_shift import DropShift
from causeway.domains.campaigns.commands.end_rota import EndRota
from causeway.domains.campaigns.commands.hand_over_shift import HandOverShift
from causeway.domains.campaigns.commands.offer_shift import OfferShift
from causeway.domains.campaigns.commands.sign_up_for_event import SignUpForEvent
from causeway.domains.campaigns.commands.take_shift import TakeShift
from causeway.domains.campaigns.links import stop_reminders_url
from causeway.domains.campaigns.models import Rung, Shift, Step, Turn
from causeway.domains.campaigns.rota_pattern import TimeWindow
from causeway.domains.campaigns.rota_queries import gaps_in_rotas, my_shifts, slot_of, week_of
from causeway.domains.campaigns.tasks import note_steps, remind_of_shifts
from causeway.kernel import clock
from causeway.kernel.actors import Visitor
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.campaigns.events_scene import EVENING, announce, at, draw_up, evening_rota, first_shift, users_turn
from tests.scenes import Scene, build_scene
from tests.work import work

ONE = TimeWindow(starts=time(18), ends=time(22), needed=1)


def turns_of(shift: Shift) -> set[str]:
    return {str(turn.person).split()[0] for turn in shift.turns.filter(state=Turn.State.TAKEN).select_related("person")}


def test_an_occupation_of_four_months_is_one_rota_with_its_gaps(scene: Scene) -> None:
    first = clock.today() + timedelta(days=1)
    windows = (TimeWindow(time(8), time(14), 2), TimeWindow(time(14), time(22), 2), TimeWindow(time(22), time(8), 3))
    rota = draw_up(scene, windows=windows, from_date=first, to_date=first + timedelta(days=119))
    assert rota.shifts.count() == 360
    gaps = gaps_in_rotas(scene.actor("coordinator"), days=14)
    assert {gap.missing for gap in gaps} == {2, 3}
    assert gaps_in_rotas(scene.actor("rep")) == []
    assert gaps_in_rotas(Visitor()) == []


def test_a_week_shows_how_many_are_missing_in_each_shift(scene: Scene) -> None:
    shift = first_shift(scene)
    users_turn(scene)
    week = week_of(scene.actor("user"), shift.rota, evening_rota(scene).from_date)
    slot = next(slot for slot in week.slots if slot.shift.pk == shift.pk)
    assert (slot.taken, slot.missing, slot.names) == (1, 1, ("Una",))
    assert week.before is None


def test_names_are_for_those_on_the_rota_and_its_organisers(scene: Scene) -> None:
    users_turn(scene)
    shift = first_shift(scene)
    assert slot_of(scene.actor("rep"), shift).names == ()
    assert slot_of(scene.actor("coordinator"), shift).names == ("Una",)
    perform(scene.actor("rep"), TakeShift(shift_id=shift.pk))
    assert slot_of(scene.actor("rep"), shift).names == ("Una", "Ravi")


def test_a_full_shift_takes_nobody_and_taking_twice_is_taking_once(scene: Scene) -> None:
    shift = draw_up(scene, windows=(ONE,)).shifts.all()[0]
    perform(scene.actor("user"), TakeShift(shift_id=shift.pk))
    perform(scene.actor("user"), TakeShift(shift_id=shift.pk, despite_clash=True))
    with pytest.raises(Conflict):
        perform(scene.actor("rep"), TakeShift(shift_id=shift.pk))
    assert turns_of(shift) == {"Una"}


@pytest.mark.django_db(transaction=True)
def test_the_last_place_goes_to_one_of_many_who_take_it_at_once() -> None:
    scene = build_scene()
    shift = draw_up(scene, windows=(TimeWindow(time(18), time(22), 2),)).shifts.all()[0]
    names = ["coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"]

    def take(name: str) -> bool:
        try:
            perform(scene.actor(name), TakeShift(shift_id=shift.pk))
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(max_workers=6) as pool:
        outcomes = list(pool.map(take, names))
    assert sum(outcomes) == 2
    assert shift.turns.count() == 2


@pytest.mark.django_db(transaction=True)
def test_the_last_place_at_an_event_goes_to_one_of_many() -> None:
    scene = build_scene()
    event = announce(scene, capacity=1)
    names = ["rep", "user", "user_officer", "handler_one"]

    def sign_up(name: str) -> bool:
        try:
            return perform(scene.actor(name), SignUpForEvent(event_id=event.pk)).waiting
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as pool:
        waiting = list(pool.map(sign_up, names))
    assert sorted(waiting) == [False, True, True, True]


def test_every_week_takes_the_same_evening_where_there_is_room(scene: Scene) -> None:
    rota = draw_up(scene, windows=(ONE,))
    shifts = list(rota.shifts.all())
    perform(scene.actor("rep"), TakeShift(shift_id=shifts[7].pk))
    taken = perform(scene.actor("user"), TakeShift(shift_id=shifts[0].pk, every_week=True))
    assert (len(taken.turns), taken.left_out) == (3, 1)
    assert {turn.shift.starts_at for turn in taken.turns} == {shifts[number].starts_at for number in (0, 14, 21)}


def test_a_clash_is_refused_until_one_says_that_one_knows(scene: Scene) -> None:
    shift = first_shift(scene)
    meeting = announce(scene, starts_at=shift.starts_at + timedelta(hours=1), ends_at=shift.ends_at)
    user = scene.actor("user")
    perform(user, SignUpForEvent(event_id=meeting.pk))
    with pytest.raises(Conflict, match="Public meeting"):
        perform(user, TakeShift(shift_id=shift.pk))
    perform(user, TakeShift(shift_id=shift.pk, despite_clash=True))
    assert turns_of(shift) == {"Una"}


def test_nobody_is_placed_without_their_own_word(scene: Scene) -> None:
    users_turn(scene)
    shift = evening_rota(scene).shifts.all()[1]
    una = scene.people["user"].pk
    cora = scene.actor("coordinator")
    offered = perform(cora, OfferShift(shift_id=shift.pk, person_id=una))
    assert turns_of(shift) == set()
    with pytest.raises(Missing):
        perform(cora, AcceptShift(turn_id=offered.pk))
    work()
    assert mail.outbox[-1].to == ["una@example.org"]
    perform(scene.actor("user"), AcceptShift(turn_id=offered.pk))
    perform(scene.actor("user"), AcceptShift(turn_id=offered.pk))
    assert turns_of(shift) == {"Una"}


def test_a_stranger_cannot_be_asked(scene: Scene) -> None:
    command = OfferShift(shift_id=first_shift(scene).pk, person_id=scene.people["stranger"].pk)
    with pytest.raises(Invalid):
        perform(scene.actor("coordinator"), command)


def test_a_shift_is_handed_over_when_the_other_accepts_even_if_it_is_full(scene: Scene) -> None:
    shifts = draw_up(scene, windows=(ONE,)).shifts.all()
    shift, other = shifts[0], shifts[1]
    perform(scene.actor("rep"), TakeShift(shift_id=other.pk))
    mine = perform(scene.actor("user"), TakeShift(shift_id=shift.pk)).turns[0]
    perform(scene.actor("user"), HandOverShift(turn_id=mine.pk, to_person_id=scene.people["rep"].pk))
    assert turns_of(shift) == {"Una"}
    offered = Turn.objects.get(shift=shift, state=Turn.State.OFFERED)
    perform(scene.actor("rep"), AcceptShift(turn_id=offered.pk))
    assert turns_of(shift) == {"Ravi"}


def test_cover_is_taken_by_whoever_comes_first_and_until_then_the_shift_is_held(scene: Scene) -> None:
    shift = draw_up(scene, windows=(ONE,)).shifts.all()[0]
    mine = perform(scene.actor("user"), TakeShift(shift_id=shift.pk)).turns[0]
    perform(scene.actor("user"), HandOverShift(turn_id=mine.pk))
    assert turns_of(shift) == {"Una"}
    perform(scene.actor("rep"), TakeShift(shift_id=shift.pk))
    assert turns_of(shift) == {"Ravi"}
    with pytest.raises(Conflict):
        perform(scene.actor("handler_one"), TakeShift(shift_id=shift.pk))


def test_the_organisers_hear_of_a_gap_that_opens_late_without_a_name(scene: Scene) -> None:
    turn = users_turn(scene)
    with clock.stopped_at(turn.shift.starts_at - timedelta(hours=60)):
        perform(scene.actor("user"), DropShift(turn_id=turn.pk))
        work()
        assert not mail.outbox
        again = perform(scene.actor("user"), TakeShift(shift_id=turn.shift_id)).turns[0]
    with clock.stopped_at(turn.shift.starts_at - timedelta(hours=20)):
        perform(scene.actor("user"), DropShift(turn_id=again.pk))
        work()
    (letter,) = mail.outbox
    assert letter.to == ["cora@example.org"]
    assert "Una" not in letter.body


def test_a_reminder_goes_out_once_a_day_before(scene: Scene) -> None:
    turn = users_turn(scene)
    for hours, letters in ((30, 0), (23, 1), (22, 1), (1, 1)):
        with clock.stopped_at(turn.shift.starts_at - timedelta(hours=hours)):
            remind_of_shifts(0)
            work()
            assert len(mail.outbox) == letters, f"{hours} hours before"
    assert "Keep the doors open" in mail.outbox[0].body
    assert mail.outbox[0].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_one_click_stops_reminders_and_opening_the_page_does_not(scene: Scene) -> None:
    turn = users_turn(scene)
    address = "/" + stop_reminders_url(turn.person_id).split("/", 3)[3]
    client = Client(enforce_csrf_checks=True)
    with clock.stopped_at(turn.shift.starts_at - timedelta(hours=3)):
        assert client.get(address).status_code == 200
        assert client.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
        remind_of_shifts(0)
        work()
        assert not mail.outbox
        perform(scene.actor("user"), ChooseReminders(hours_before=12))
        remind_of_shifts(0)
        work()
    assert len(mail.outbox) == 1


def test_one_can_be_reminded_two_hours_before(scene: Scene) -> None:
    turn = users_turn(scene)
    perform(scene.actor("user"), ChooseReminders(hours_before=2))
    for hours, letters in ((20, 0), (1, 1)):
        with clock.stopped_at(turn.shift.starts_at - timedelta(hours=hours)):
            remind_of_shifts(0)
            work()
            assert len(mail.outbox) == letters


def test_ending_a_rota_calls_its_shifts_off_and_tells_each_person_once(scene: Scene) -> None:
    rota = evening_rota(scene)
    perform(scene.actor("user"), TakeShift(shift_id=first_shift(scene).pk, every_week=True))
    perform(scene.actor("coordinator"), EndRota(rota_id=rota.pk))
    work()
    (letter,) = mail.outbox
    assert letter.to == ["una@example.org"]
    assert my_shifts(scene.actor("user")) == []
    with pytest.raises(Missing):
        perform(scene.actor("rep"), TakeShift(shift_id=first_shift(scene).pk))


def test_cancelling_an_event_calls_its_shifts_off(scene: Scene) -> None:
    event = announce(scene)
    day = at(10).date()
    rota = draw_up(scene, event_id=event.pk, from_date=day, to_date=day)
    perform(scene.actor("coordinator"), CancelEvent(event_id=event.pk))
    assert rota.shifts.filter(called_off_at=None).count() == 0


def test_a_served_shift_is_a_step_on_the_ladder_and_a_dropped_one_is_not(scene: Scene) -> None:
    turn = users_turn(scene)
    dropped = perform(scene.actor("rep"), TakeShift(shift_id=turn.shift_id)).turns[0]
    perform(scene.actor("rep"), DropShift(turn_id=dropped.pk))
    with clock.stopped_at(turn.shift.ends_at + timedelta(minutes=5)):
        note_steps(0)
        note_steps(0)
    assert Step.objects.filter(rung=Rung.TOOK_SHIFT).count() == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"days": ()},
        {"days": (7,)},
        {"windows": ()},
        {"windows": (EVENING, EVENING)},
        {"windows": (TimeWindow(time(1), time(2), 0),)},
        {"title": "  "},
        {"to_date": date(2020, 1, 1)},
        {"to_date": date(2100, 1, 1)},
    ],
)
def test_a_pattern_that_makes_no_sense_is_refused_in_a_sentence(scene: Scene, changes: dict[str, object]) -> None:
    with pytest.raises(Invalid) as refused:
        draw_up(scene, **changes)
    assert refused.value.sentence


def test_the_roster_for_the_wall_holds_first_names_only_and_only_for_those_on_it(scene: Scene) -> None:
    users_turn(scene)
    address = reverse("rotas:roster", args=[evening_rota(scene).pk])
    client = Client()
    client.force_login(scene.people["user"])
    page = client.get(address).content.decode()
    assert "Una" in page
    assert "Una User" not in page.split("<main")[1]
    client.force_login(scene.people["rep"])
    assert client.get(address).status_code == 403


def test_a_person_outside_the_campaign_cannot_take_a_shift(scene: Scene) -> None:
    with pytest.raises((Missing, Refused)):
        perform(scene.actor("outsider"), TakeShift(shift_id=first_shift(scene).pk))
