"""Record how many came to a meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import Attendance, Meeting, Organisation
from causeway.domains.alliances.policies import may_keep_meeting
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

MOST_PRESENT = 100_000


@dataclass(frozen=True, kw_only=True)
class RecordAttendance(Command[Meeting]):
    """Record how many came for each organisation, and how many for none; figures only, never names."""

    meeting_id: UUID
    present: Mapping[UUID, int]
    others: int = 0
    apologies: int | None = None


@performs(
    RecordAttendance,
    policy=may_keep_meeting,
    says="recorded the attendance of “{title}” of “{body}”",
    finds=locked(Meeting, "meeting_id"),
)
def record_attendance(_actor: Actor, command: RecordAttendance, meeting: Meeting) -> Done[Meeting]:
    if meeting.cancelled_at:
        raise Conflict(_("This meeting is cancelled."))
    if meeting.starts_at > clock.now():
        raise Conflict(_("This meeting has not begun. Record who came once it has."))
    figures = [*command.present.values(), command.others, command.apologies or 0]
    if any(not 0 <= figure <= MOST_PRESENT for figure in figures):
        raise Invalid(_("Enter whole numbers between 0 and 100,000."))
    known = set(Organisation.objects.filter(pk__in=command.present).values_list("pk", flat=True))
    if known != set(command.present):
        raise Invalid(_("One of the organisations is no longer there. Open the page again."))
    meeting.attendance.all().delete()
    rows = [(pk, count) for pk, count in command.present.items() if count]
    Attendance.objects.bulk_create(
        [
            Attendance(meeting=meeting, organisation_id=pk, present=count)
            for pk, count in [*rows, (None, command.others)]
        ]
    )
    meeting.apologies = command.apologies
    meeting.save(update_fields=["apologies"])
    body = body_of(meeting)
    return Done(
        meeting,
        scope=body.pk,
        about=meeting.pk,
        named={"title": meeting.title, "body": body.name},
    )
