"""Record that the minutes of a meeting were adopted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of, owner
from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.policies import may_keep_meeting
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class AdoptMinutes(Command[Meeting]):
    """Record that a later meeting adopted these minutes, on its own day. From then on they stay as they are.

    A meeting that was never called here is named by its day alone; none adopts its own minutes.
    """

    meeting_id: UUID
    adopting_meeting_id: UUID | None = None
    adopted_on: date | None = None


@performs(
    AdoptMinutes,
    policy=may_keep_meeting,
    says="recorded that the minutes of “{title}” of “{body}” were adopted",
    finds=locked(Meeting, "meeting_id"),
)
def adopt_minutes(actor: Actor, command: AdoptMinutes, meeting: Meeting) -> Done[Meeting]:
    if not meeting.minutes:
        raise Conflict(_("There are no minutes to adopt yet."))
    if meeting.adopted_on:
        raise Conflict(_("These minutes are adopted already."))
    later = _adopting(meeting, command.adopting_meeting_id)
    on = _day(command.adopted_on, later)
    if later is None and on <= timezone.localdate(meeting.starts_at):
        raise Invalid(adopted_on=_("A later meeting adopts these minutes: enter a day after theirs."))
    meeting.adopted_on = on
    meeting.adopted_at = later
    meeting.adopted_by_id = signed_in(actor)
    meeting.save(update_fields=["adopted_on", "adopted_at", "adopted_by"])
    body = body_of(meeting)
    return Done(
        meeting,
        scope=body.pk,
        about=meeting.pk,
        named={"title": meeting.title, "body": body.name},
    )


def _day(adopted_on: date | None, later: Meeting | None) -> date:
    """The day of the meeting that adopted the minutes, which has begun. Raises Invalid."""
    if later is None:
        on = adopted_on or clock.today()
        if on > clock.today():
            raise Invalid(adopted_on=_("Enter the day on which they were adopted: today or before."))
        return on
    if later.starts_at > clock.now():
        raise Invalid(adopting_meeting_id=_("That meeting has not begun: it adopts the minutes once it meets."))
    on = timezone.localdate(later.starts_at)
    if adopted_on not in {None, on}:
        raise Invalid(adopted_on=_("Leave this empty: it is the day of that meeting."))
    return on


def _adopting(meeting: Meeting, adopting_meeting_id: UUID | None) -> Meeting | None:
    """The later meeting of the same body that adopted the minutes. Raises Invalid."""
    if adopting_meeting_id is None:
        return None
    later = Meeting.objects.filter(
        pk=adopting_meeting_id, starts_at__gt=meeting.starts_at, cancelled_at=None, **owner(body_of(meeting))
    ).first()
    if later is None:
        raise Invalid(adopting_meeting_id=_("Choose a later meeting of the same body."))
    return later
