"""Change when or where a meeting is, or what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.commands.arrange_meeting import check_times
from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.events import MeetingRearranged
from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.policies import may_keep_meeting
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict
from causeway.kernel.web_address import web_address


@dataclass(frozen=True, kw_only=True)
class RearrangeMeeting(Command[Meeting]):
    """Change a meeting. Calendars that follow it are told, and those who said they come get a letter."""

    meeting_id: UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    access_notes: str = ""
    online_link: str = ""
    visibility: str = Meeting.Visibility.MEMBERS


@performs(
    RearrangeMeeting,
    policy=may_keep_meeting,
    says="changed the meeting “{title}” of “{body}”",
    finds=locked(Meeting, "meeting_id"),
)
def rearrange_meeting(_actor: Actor, command: RearrangeMeeting, meeting: Meeting) -> Done[Meeting]:
    if meeting.cancelled_at:
        raise Conflict(_("This meeting is cancelled. Arrange a new one."))
    check_times(command.starts_at, command.ends_at)
    before = (meeting.starts_at, meeting.ends_at, meeting.place)
    meeting.title = command.title.strip()
    meeting.starts_at = command.starts_at
    meeting.ends_at = command.ends_at
    meeting.place = command.place
    meeting.access_notes = command.access_notes
    meeting.online_link = web_address("online_link", command.online_link)
    meeting.visibility = command.visibility
    meeting.sequence += 1
    meeting.changed_at = clock.now()
    store(meeting)
    body = body_of(meeting)
    moved = before != (meeting.starts_at, meeting.ends_at, meeting.place)
    return Done(
        meeting,
        events=[MeetingRearranged(meeting_id=meeting.pk)] if moved else [],
        scope=body.pk,
        about=meeting.pk,
        named={"title": meeting.title, "body": body.name},
    )
