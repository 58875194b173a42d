"""Meetings: called, moved, cancelled, minuted, adopted, and followed in calendars."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from causeway.domains.alliances.commands.adopt_minutes import AdoptMinutes
from causeway.domains.alliances.commands.cancel_meeting import CancelMeeting
from causeway.domains.alliances.commands.leave_organisation import LeaveOrganisation
from causeway.domains.alliances.commands.rearrange_meeting import RearrangeMeeting
from causeway.domains.alliances.commands.record_attendance import RecordAttendance
from causeway.domains.alliances.commands.renew_calendar_key import RenewCalendarKey
from causeway.domains.alliances.commands.reply_to_meeting import ReplyToMeeting
from causeway.domains.alliances.commands.write_minutes import WriteMinutes
from causeway.domains.alliances.models import Attendance, Meeting, MeetingReply
from causeway.domains.alliances.queries.meetings import meeting_page, next_in_rhythm, next_meetings
from causeway.kernel.errors import Conflict, Invalid
from causeway.kernel.perform import perform
from tests.domains.alliances import scene as room
from tests.scenes import Scene
from tests.work import work


def events_at(address: str) -> list[Component]:
    answer = Client().get(address)
    assert answer.status_code == 200
    return Calendar.from_ical(answer.content).walk("VEVENT")


def feed(scene: Scene, token: str = "") -> str:
    if token:
        return reverse("alliances:private_calendar", kwargs={"slug": scene.westbury.slug, "token": token})
    return reverse("alliances:calendar", kwargs={"slug": scene.westbury.slug})


def move(scene: Scene, meeting: Meeting, *, days: int) -> None:
    perform(
        scene.actor("coordinator"),
        RearrangeMeeting(
            meeting_id=meeting.pk,
            title=meeting.title,
            starts_at=meeting.starts_at + timedelta(days=days),
            ends_at=meeting.ends_at + timedelta(days=days),
            place=meeting.place,
        ),
    )


def test_the_open_calendar_holds_public_meetings_only_and_never_an_online_link(scene: Scene) -> None:
    room.meeting(scene)
    public = room.public_meeting(scene)
    found = events_at(feed(scene))
    assert [str(event["uid"]).split("@")[0] for event in found] == [f"meeting-{public.pk}"]
    assert b"meet.example.org" not in Client().get(feed(scene)).content


def test_a_private_calendar_holds_members_meetings_until_its_owner_leaves_or_renews_it(scene: Scene) -> None:
    room.meeting(scene)
    address = feed(scene, room.calendar_token(scene, "user"))
    assert len(events_at(address)) == 1
    perform(scene.actor("user"), LeaveOrganisation(organisation_id=scene.users_group.pk))
    assert Client().get(address).status_code == 404
    rep = feed(scene, room.calendar_token(scene, "rep"))
    assert Client().get(rep).status_code == 200
    perform(scene.actor("rep"), RenewCalendarKey())
    assert Client().get(rep).status_code == 404


def test_a_moved_meeting_keeps_its_uid_and_counts_its_changes(scene: Scene) -> None:
    meeting = room.public_meeting(scene)
    before = events_at(feed(scene))[0]
    token = room.calendar_token(scene)
    move(scene, meeting, days=1)
    after = events_at(feed(scene, token))[0]
    assert (before["uid"], before["sequence"], after["sequence"]) == (after["uid"], 0, 1)
    assert after.decoded("dtstart") - before.decoded("dtstart") == timedelta(days=1)
    assert b"BEGIN:VTIMEZONE" in Client().get(feed(scene, token)).content


def test_a_cancelled_meeting_stays_in_the_calendar_as_cancelled_and_those_coming_are_told(scene: Scene) -> None:
    meeting = room.public_meeting(scene)
    perform(scene.actor("user"), ReplyToMeeting(meeting_id=meeting.pk, answer="coming"))
    perform(scene.actor("rep"), ReplyToMeeting(meeting_id=meeting.pk, answer="apologies"))
    perform(scene.actor("coordinator"), CancelMeeting(meeting_id=meeting.pk, reason="The hall is flooded"))
    work()
    (event,) = events_at(feed(scene))
    assert (event["status"], event["sequence"]) == ("CANCELLED", 1)
    told = [letter for letter in mail.outbox if "cancelled" in letter.subject]
    assert [letter.to for letter in told] == [["una@example.org"]]
    assert "The hall is flooded" in told[0].body
    with pytest.raises(Conflict):
        move(scene, meeting, days=1)


def test_a_reply_counts_and_a_name_shows_only_where_its_owner_agreed(scene: Scene) -> None:
    meeting = room.meeting(scene)
    perform(scene.actor("user"), ReplyToMeeting(meeting_id=meeting.pk, answer="coming", named=True))
    perform(scene.actor("rep"), ReplyToMeeting(meeting_id=meeting.pk, answer="coming"))
    shown = meeting_page(scene.actor("coordinator"), meeting.pk)
    assert (shown.coming, shown.coming_names) == (2, ["Una User"])
    perform(scene.actor("user"), ReplyToMeeting(meeting_id=meeting.pk, answer=""))
    assert meeting_page(scene.actor("coordinator"), meeting.pk).coming == 1


def test_replies_name_nobody_at_rest(scene: Scene) -> None:
    meeting = room.meeting(scene)
    perform(scene.actor("user"), ReplyToMeeting(meeting_id=meeting.pk, answer="coming"))
    raw = MeetingReply.objects.extra(select={"raw": "sealed_person"}).values_list("raw", flat=True)[0]
    assert str(scene.people["user"].pk).encode() not in bytes(raw)


def test_names_and_the_online_link_stay_with_those_who_belong(scene: Scene) -> None:
    meeting = room.public_meeting(scene)
    perform(scene.actor("user"), ReplyToMeeting(meeting_id=meeting.pk, answer="coming", named=True))
    client = Client()
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Una User" not in page
    assert "meet.example.org" not in page
    client.force_login(scene.people["rep"])
    page = client.get(meeting.get_absolute_url()).content.decode()
    assert "Una User" in page
    assert "meet.example.org" in page


def test_attendance_is_figures_by_organisation_and_only_once_the_meeting_has_begun(scene: Scene) -> None:
    held = room.held_meeting(scene)
    command = RecordAttendance(meeting_id=held.pk, present={scene.branch.pk: 7}, others=2, apologies=3)
    perform(scene.actor("coordinator"), command)
    perform(scene.actor("coordinator"), command)
    assert sorted(Attendance.objects.values_list("present", flat=True)) == [2, 7]
    with pytest.raises(Conflict, match="has not begun"):
        perform(scene.actor("coordinator"), RecordAttendance(meeting_id=room.meeting(scene).pk, present={}))
    with pytest.raises(Invalid):
        perform(scene.actor("coordinator"), RecordAttendance(meeting_id=held.pk, present={scene.branch.pk: -1}))


def test_adopted_minutes_stay_as_they_are(scene: Scene) -> None:
    held, later = room.minuted_meeting(scene), room.meeting(scene)
    with pytest.raises(Invalid, match="has not begun"):
        perform(scene.actor("coordinator"), AdoptMinutes(meeting_id=held.pk, adopting_meeting_id=later.pk))
    perform(scene.actor("coordinator"), AdoptMinutes(meeting_id=held.pk))
    with pytest.raises(Conflict, match="adopted and stay"):
        perform(scene.actor("coordinator"), WriteMinutes(meeting_id=held.pk, minutes="We agreed to nothing."))
    held.refresh_from_db()
    assert held.minutes == "We agreed to hold a stall."


def test_draft_minutes_of_a_public_meeting_are_hidden_from_visitors_until_adopted(scene: Scene) -> None:
    held = room.minuted_meeting(scene)
    Meeting.objects.filter(pk=held.pk).update(visibility=Meeting.Visibility.PUBLIC)
    assert "hold a stall" not in Client().get(held.get_absolute_url()).content.decode()
    perform(scene.actor("coordinator"), AdoptMinutes(meeting_id=held.pk))
    assert "hold a stall" in Client().get(held.get_absolute_url()).content.decode()


def test_my_next_meetings_are_those_of_my_own_bodies_soonest_first(scene: Scene) -> None:
    later, sooner = room.public_meeting(scene), room.meeting(scene)
    room.held_meeting(scene)
    assert next_meetings(scene.actor("user"), 5) == [sooner, later]
    assert next_meetings(scene.actor("user"), 1) == [sooner]
    assert next_meetings(scene.actor("stranger"), 5) == []


@given(st.integers(0, 12 * 365 * 24).map(lambda hours: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=hours)))
def test_the_monthly_rhythm_keeps_the_weekday_and_the_hour_in_the_next_month(moment: datetime) -> None:
    before, after = timezone.localtime(moment), timezone.localtime(next_in_rhythm(moment))
    assert before.weekday() == after.weekday()
    assert (after.year * 12 + after.month) - (before.year * 12 + before.month) == 1
    assert timedelta(days=21) < after.date() - before.date() < timedelta(days=43)
