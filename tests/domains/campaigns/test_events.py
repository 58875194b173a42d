"""Signing up for events: letters, places, privacy, calendars."""

from __future__ import annotations

from datetime import timedelta

import icalendar
import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from causeway.domains.campaigns.commands.cancel_event import CancelEvent
from causeway.domains.campaigns.commands.confirm_sign_up import ConfirmSignUp
from causeway.domains.campaigns.commands.describe_event import DescribeEvent
from causeway.domains.campaigns.commands.forget_after_events import ForgetAfterEvents
from causeway.domains.campaigns.commands.record_turn_out import RecordTurnOut
from causeway.domains.campaigns.commands.renew_calendar_key import RenewCalendarKey
from causeway.domains.campaigns.commands.reschedule_event import RescheduleEvent
from causeway.domains.campaigns.commands.sign_up_for_event import SignUpForEvent
from causeway.domains.campaigns.commands.take_shift import TakeShift
from causeway.domains.campaigns.commands.withdraw_sign_up import WithdrawSignUp
from causeway.domains.campaigns.event_policies import SIGN_UP_LINK
from causeway.domains.campaigns.event_queries import coming_to, next_events, visible_events
from causeway.domains.campaigns.links import sign_up_url
from causeway.domains.campaigns.models import Action, Rung, SignUp, Step
from causeway.kernel import clock
from causeway.kernel.actors import Bearer, System, Visitor
from causeway.kernel.errors import Conflict, Invalid
from causeway.kernel.perform import perform
from tests.domains.campaigns.events_scene import (
    announce,
    announcement,
    at,
    first_shift,
    members_event,
    past_event,
    public_event,
    sign_up_visitor,
)
from tests.scenes import CAST, Scene
from tests.work import work


def holder(sign_up: SignUp) -> Bearer:
    return Bearer(SIGN_UP_LINK, sign_up.pk)


def path_of(url: str) -> str:
    return "/" + url.split("/", 3)[3]


def test_a_visitors_sign_up_counts_only_after_the_button_in_the_letter(scene: Scene) -> None:
    event = public_event(scene)
    sign_up = sign_up_visitor(event, confirm=False)
    work()
    (letter,) = mail.outbox
    link = path_of(sign_up_url(sign_up.pk))
    assert link in letter.body
    assert letter.to == ["vera@example.org"]
    client = Client()
    for _scan in range(3):  # a mail scanner opens the link
        assert client.get(link).status_code == 200
    assert coming_to(event).coming == 0
    for _click in range(2):
        assert client.post(link, {"answer": "coming", "guests": "2"}).status_code == 302
    assert coming_to(event).coming == 3


def test_signing_up_again_does_not_change_what_was_confirmed_and_says_nothing_about_it(scene: Scene) -> None:
    event = public_event(scene)
    sign_up = sign_up_visitor(event)
    with clock.stopped_at(clock.now() + timedelta(hours=1)):
        other = SignUpForEvent(event_id=event.pk, name="Mallory", email=" VERA@example.org", answer="not_coming")
        perform(Visitor(), other)
    kept = SignUp.objects.get()
    assert (kept.pk, kept.name, kept.answer) == (sign_up.pk, "Vera", "coming")
    work()
    assert "signed up for this event already" in mail.outbox[-1].body


def test_nobody_can_fill_a_letter_box_by_sending_the_form_again_and_again(scene: Scene) -> None:
    for _time in range(5):
        sign_up_visitor(public_event(scene), confirm=False)
    work()
    assert len(mail.outbox) == 1


def test_many_people_behind_one_internet_address_can_sign_up(scene: Scene) -> None:
    event = public_event(scene)
    client = Client(REMOTE_ADDR="192.0.2.1")
    for number in range(12):
        fields = {"name": "Ann", "email": f"ann{number}@example.org", "answer": "coming", "guests": "0"}
        assert client.post(reverse("events:event", args=[event.slug]), fields).status_code == 200
    assert event.sign_ups.count() == 12


def test_names_addresses_and_needs_are_sealed_in_the_database(scene: Scene) -> None:
    sign_up_visitor(public_event(scene), access_needs="I use a wheelchair")
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, email, access_needs FROM campaigns_signup")
        stored = b" ".join(bytes(value) for value in cursor.fetchone())
    assert b"Vera" not in stored
    assert b"vera@" not in stored
    assert b"wheelchair" not in stored


def test_access_needs_are_deleted_fourteen_days_after_the_event(scene: Scene) -> None:
    event = public_event(scene)
    sign_up_visitor(event, access_needs="I use a wheelchair")
    system = System("a test")
    with clock.stopped_at(event.ends_at + timedelta(days=13)):
        perform(system, ForgetAfterEvents())
        assert SignUp.objects.get().access_needs == "I use a wheelchair"
    with clock.stopped_at(event.ends_at + timedelta(days=15)):
        perform(system, ForgetAfterEvents())
        assert SignUp.objects.get().access_needs == ""
    with clock.stopped_at(event.ends_at + timedelta(days=61)):
        perform(system, ForgetAfterEvents())
        assert not SignUp.objects.exists()


def test_whoever_comes_too_late_waits_and_moves_up_when_a_place_is_free(scene: Scene) -> None:
    event = announce(scene, capacity=3)
    first = sign_up_visitor(event, "a@example.org", guests=1)
    second = sign_up_visitor(event, "b@example.org")
    third = sign_up_visitor(event, "c@example.org")
    assert [row.waiting for row in (first, second, third)] == [False, False, True]
    assert coming_to(event).places_left == 0
    perform(holder(first), WithdrawSignUp(sign_up_id=first.pk))
    third.refresh_from_db()
    assert not third.waiting
    work()
    assert any("A place for you" in letter.subject and letter.to == ["c@example.org"] for letter in mail.outbox)


def test_more_places_move_people_up_and_a_large_group_holds_up_nobody(scene: Scene) -> None:
    event = announce(scene, capacity=1)
    sign_up_visitor(event, "a@example.org")
    group = sign_up_visitor(event, "b@example.org", guests=5)
    single = sign_up_visitor(event, "c@example.org")
    perform(
        scene.actor("coordinator"),
        DescribeEvent(event_id=event.pk, title=event.title, kind=event.kind, capacity=2),
    )
    group.refresh_from_db()
    single.refresh_from_db()
    assert (group.waiting, single.waiting) == (True, False)


def test_a_change_and_a_cancellation_are_told_to_those_who_signed_up_only(scene: Scene) -> None:
    event = public_event(scene)
    sign_up_visitor(event, "a@example.org")
    sign_up_visitor(event, "b@example.org", confirm=False)
    perform(scene.actor("rep"), SignUpForEvent(event_id=event.pk, answer="maybe"))
    work()
    mail.outbox.clear()
    cora = scene.actor("coordinator")
    move = RescheduleEvent(event_id=event.pk, starts_at=at(11), ends_at=at(11, 21), place="Town hall")
    perform(cora, move)
    perform(cora, move)  # nothing changed the second time: no second letter
    work()
    assert sorted(letter.to[0] for letter in mail.outbox) == ["a@example.org", "ravi@example.org"]
    assert all("Town hall" in letter.body for letter in mail.outbox)
    mail.outbox.clear()
    perform(cora, CancelEvent(event_id=event.pk, because="The hall is flooded."))
    work()
    assert sorted(letter.to[0] for letter in mail.outbox) == ["a@example.org", "ravi@example.org"]
    assert "flooded" in mail.outbox[0].body
    with pytest.raises(Conflict):
        perform(Visitor(), SignUpForEvent(event_id=event.pk, name="Late", email="late@example.org"))


def test_an_event_ends_after_it_starts_and_lies_ahead(scene: Scene) -> None:
    cora = scene.actor("coordinator")
    with pytest.raises(Invalid):
        perform(cora, announcement(scene, ends_at=at(10, 18)))
    with pytest.raises(Invalid):
        perform(cora, announcement(scene, starts_at=at(-3), ends_at=at(-3, 20)))
    with pytest.raises(Invalid):
        perform(cora, announcement(scene, host_id=scene.eastmoor_group.pk))


def test_an_event_for_members_is_hidden_from_everybody_else_and_from_their_calendars(scene: Scene) -> None:
    event = members_event(scene)
    seen_by = {name for name in CAST if visible_events(scene.actor(name)).filter(pk=event.pk).exists()}
    assert seen_by == {"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"}
    assert event not in next_events(Visitor())
    feed = Client().get(reverse("events:feed", args=[event.campaign.slug]))
    assert event.title.encode() not in feed.content


def test_the_turn_out_puts_those_who_came_on_the_ladder_and_can_become_an_action(scene: Scene) -> None:
    event = past_event(scene)
    came, helped = sign_up_visitor(event, "a@example.org"), sign_up_visitor(event, "b@example.org")
    cora = scene.actor("coordinator")
    perform(cora, RecordTurnOut(event_id=event.pk, turn_out=40, came={came.pk: "came", helped.pk: "helped"}))
    work()
    assert sorted(Step.objects.values_list("rung", flat=True)) == [Rung.CAME, Rung.CAME, Rung.HELPED]
    client = Client()
    client.force_login(scene.people["coordinator"])
    address = reverse("events:record_action", args=[event.slug])
    assert client.post(address).status_code == 302
    assert client.post(address).status_code == 409
    action = Action.objects.get()
    assert (action.title, action.kind, action.turnout) == (event.title, Action.Kind.STALL, 40)


def test_a_turn_out_before_the_event_is_refused(scene: Scene) -> None:
    with pytest.raises(Conflict):
        perform(scene.actor("coordinator"), RecordTurnOut(event_id=public_event(scene).pk, turn_out=4))


def test_an_event_is_a_calendar_file_with_its_local_time(scene: Scene) -> None:
    event = public_event(scene)
    answer = Client().get(reverse("events:ics", args=[event.slug]))
    calendar = icalendar.Calendar.from_ical(answer.content)
    (entry,) = calendar.walk("VEVENT")
    assert entry["summary"] == event.title
    assert entry.decoded("dtstart") == event.starts_at
    assert calendar.walk("VTIMEZONE")


def test_my_calendar_shows_my_shifts_and_events_until_the_address_is_renewed(scene: Scene) -> None:
    user = scene.actor("user")
    perform(user, SignUpForEvent(event_id=public_event(scene).pk))
    perform(user, TakeShift(shift_id=first_shift(scene).pk))
    key = perform(user, RenewCalendarKey()).key
    address = reverse("events:my_calendar", kwargs={"key": key})
    calendar = icalendar.Calendar.from_ical(Client().get(address).content)
    assert [str(entry["summary"]) for entry in calendar.walk("VEVENT")] == [
        "Public meeting at the library",
        "Shift: Keep the doors open",
    ]
    perform(user, RenewCalendarKey())
    assert Client().get(address).status_code == 404


def test_a_changed_link_opens_nothing(scene: Scene) -> None:
    sign_up = sign_up_visitor(public_event(scene))
    assert Client().get(path_of(sign_up_url(sign_up.pk))[:-3] + "x/").status_code == 404
    perform(holder(sign_up), ConfirmSignUp(sign_up_id=sign_up.pk, answer="not_coming"))
    assert coming_to(public_event(scene)).coming == 0


def test_hostile_forms_get_a_sentence_and_change_nothing(scene: Scene) -> None:
    event = public_event(scene)
    address = reverse("events:event", args=[event.slug])
    client = Client()
    for fields in (
        {"name": "", "email": "x@example.org", "answer": "coming"},
        {"name": "A", "email": "not an address", "answer": "coming"},
        {"name": "A", "email": "x@example.org", "answer": "maybe?", "guests": "-4"},
        {"name": "A" * 5000, "email": "x@example.org", "answer": "coming", "guests": "99999999999999999999"},
        {"name": "A\x00", "email": "x@example.org", "answer": "coming"},
    ):
        assert client.post(address, fields).status_code == 422, fields
    assert not SignUp.objects.exists()
    for query in ("?view=month&month=9999-99", "?page=abc", "?q=%00", "?past=1&page=-1", "?view=month&month=0001-01"):
        assert client.get(reverse("events:list") + query).status_code == 200, query
