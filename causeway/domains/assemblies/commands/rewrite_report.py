"""Write a report anew."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.write_report import LONGEST
from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.mandate_policies import may_rewrite_report
from causeway.domains.assemblies.models import Report, ReportQuestion
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class RewriteReport(Command[Report]):
    """Change the words of a report about which nobody has asked yet."""

    report_id: UUID
    text: str


@performs(
    RewriteReport,
    policy=may_rewrite_report,
    says="wrote a report from “{committee}” anew",
    finds=locked(Report, "report_id"),
)
def rewrite_report(_actor: Actor, command: RewriteReport, report: Report) -> Done[Report]:
    if ReportQuestion.objects.filter(report=report).exists():
        raise Conflict(_("Somebody has asked about this report. Answer them; the report stays as it is."))
    report.text = some_text(command.text, "text", longest=LONGEST)
    report.save(update_fields=["text"])
    return in_committees_trail(report.seat.committee, report)
