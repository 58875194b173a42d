"""Ask about a report."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.mandate_policies import may_ask_about_report
from causeway.domains.assemblies.models import Report, ReportQuestion
from causeway.domains.assemblies.wording import a_line
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict

MOST_EACH = 3


@dataclass(frozen=True, kw_only=True)
class AskAboutReport(Command[ReportQuestion]):
    """Put a question to whoever wrote the report; the others see it, and not who asked."""

    report_id: UUID
    text: str


@performs(
    AskAboutReport,
    policy=may_ask_about_report,
    says="asked about a report",  # the trail does not say which
    finds=locked(Report, "report_id"),
    to_the_day=True,
)
def ask_about_report(actor: Actor, command: AskAboutReport, report: Report) -> Done[ReportQuestion]:
    mine = ReportQuestion.objects.filter(report=report, asked_by_id=signed_in(actor))
    if mine.count() >= MOST_EACH:
        raise Conflict(_("You have asked three times about this report. Speak to them in person."))
    question = ReportQuestion.objects.create(
        report=report,
        text=a_line(command.text, "text", longest=300),
        asked_by_id=signed_in(actor),
        asked_on=clock.today(),
    )
    return Done(question)
