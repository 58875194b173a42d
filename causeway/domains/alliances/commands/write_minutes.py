"""Write the minutes of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.policies import may_keep_meeting
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

LONGEST_MINUTES = 100_000


@dataclass(frozen=True, kw_only=True)
class WriteMinutes(Command[Meeting]):
    """Write or amend the minutes, until they are adopted, and say when the next meeting should be."""

    meeting_id: UUID
    minutes: str
    next_on: date | None = None


@performs(
    WriteMinutes,
    policy=may_keep_meeting,
    says="wrote the minutes of “{title}” of “{body}”",
    finds=locked(Meeting, "meeting_id"),
)
def write_minutes(actor: Actor, command: WriteMinutes, meeting: Meeting) -> Done[Meeting]:
    if meeting.cancelled_at:
        raise Conflict(_("This meeting is cancelled: it has no minutes."))
    if meeting.starts_at > clock.now():
        raise Conflict(_("This meeting has not begun."))
    if meeting.adopted_on:
        raise Conflict(_("These minutes are adopted and stay as they are. Record a correction in the next minutes."))
    if not command.minutes.strip():
        raise Invalid(minutes=_("Enter the minutes."))
    if len(command.minutes) > LONGEST_MINUTES:
        raise Invalid(minutes=_("Minutes can have 100,000 characters at most."))
    if command.next_on and command.next_on <= timezone.localdate(meeting.starts_at):
        raise Invalid(next_on=_("The next meeting comes after this one."))
    meeting.minutes = command.minutes.strip()
    meeting.minutes_by_id = signed_in(actor)
    meeting.next_on = command.next_on
    meeting.save(update_fields=["minutes", "minutes_by", "next_on"])
    body = body_of(meeting)
    return Done(
        meeting,
        scope=body.pk,
        about=meeting.pk,
        named={"title": meeting.title, "body": body.name},
    )
