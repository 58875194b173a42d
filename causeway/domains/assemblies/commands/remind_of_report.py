"""Remind somebody of a report."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.committee_policies import only_a_job
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.mandate_events import ReportComesDue
from causeway.domains.assemblies.models import Seat
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class RemindOfReport(Command[None]):
    """Write to whoever is to report, once for each report."""

    seat_id: UUID


@performs(
    RemindOfReport,
    policy=only_a_job,
    says="reminded a member of “{committee}” of a report",
    finds=locked(Seat, "seat_id"),
)
def remind_of_report(_actor: Actor, _command: RemindOfReport, seat: Seat) -> Done[None]:
    if seat.next_report_on is None or seat.reminded_for == seat.next_report_on:
        raise Conflict(_("No report is due, or they were reminded already."))
    seat.reminded_for = seat.next_report_on
    seat.save(update_fields=["reminded_for"])
    return in_committees_trail(seat.committee, None, ReportComesDue(seat_id=seat.pk))
