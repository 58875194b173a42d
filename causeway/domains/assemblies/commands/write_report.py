"""Write a report."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.mandate_policies import may_write_report
from causeway.domains.assemblies.models import Report, Seat
from causeway.domains.assemblies.reporting import due_now, first_due
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict

LONGEST = 6000


@dataclass(frozen=True, kw_only=True)
class WriteReport(Command[Report]):
    """Report for the day that is due, or comes within three weeks. What was missed before stays missed."""

    seat_id: UUID
    text: str


@performs(WriteReport, policy=may_write_report, says="reported from “{committee}”", finds=locked(Seat, "seat_id"))
def write_report(_actor: Actor, command: WriteReport, seat: Seat) -> Done[Report]:
    due_on = due_now(seat)
    if due_on is None or seat.since is None:
        raise Conflict(_("No report is due from you now."))
    report = Report.objects.create(
        seat=seat, due_on=due_on, text=some_text(command.text, "text", longest=LONGEST), written_on=clock.today()
    )
    seat.next_report_on = first_due(seat.committee, seat.since, due_on)
    seat.save(update_fields=["next_report_on"])
    return in_committees_trail(seat.committee, report)
