"""Cancel a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.events import MeetingCancelled
from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.policies import may_keep_meeting
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class CancelMeeting(Command[Meeting]):
    """Cancel a meeting, with a reason. It stays in calendars as cancelled; whoever said they come gets a letter."""

    meeting_id: UUID
    reason: str


@performs(
    CancelMeeting,
    policy=may_keep_meeting,
    says="cancelled the meeting “{title}” of “{body}”",
    finds=locked(Meeting, "meeting_id"),
)
def cancel_meeting(_actor: Actor, command: CancelMeeting, meeting: Meeting) -> Done[Meeting]:
    if meeting.cancelled_at:
        raise Conflict(_("This meeting is cancelled already."))
    if meeting.minutes:
        raise Conflict(_("This meeting has minutes: it was held, and cannot be cancelled."))
    if not command.reason.strip():
        raise Invalid(reason=_("Enter a reason, so that nobody stands before a closed door."))
    meeting.cancelled_at = meeting.changed_at = clock.now()
    meeting.cancel_reason = command.reason.strip()
    meeting.sequence += 1
    store(meeting)
    body = body_of(meeting)
    return Done(
        meeting,
        events=[MeetingCancelled(meeting_id=meeting.pk)],
        scope=body.pk,
        about=meeting.pk,
        named={"title": meeting.title, "body": body.name},
    )
