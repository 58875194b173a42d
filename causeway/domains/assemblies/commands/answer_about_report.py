"""Answer what was asked about a report."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.committee_trail import in_committees_trail
from causeway.domains.assemblies.mandate_policies import may_answer_about_report
from causeway.domains.assemblies.models import ReportQuestion
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class AnswerAboutReport(Command[ReportQuestion]):
    """Answer a question about one's report. The answer can be put better later."""

    question_id: UUID
    answer: str


@performs(
    AnswerAboutReport,
    policy=may_answer_about_report,
    says="answered a question about a report from “{committee}”",
    finds=locked(ReportQuestion, "question_id"),
)
def answer_about_report(_actor: Actor, command: AnswerAboutReport, question: ReportQuestion) -> Done[ReportQuestion]:
    question.answer = some_text(command.answer, "answer", longest=1500)
    question.answered_on = clock.today()
    question.save(update_fields=["answer", "answered_on"])
    return in_committees_trail(question.report.seat.committee, question)
