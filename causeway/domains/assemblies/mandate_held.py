"""What hustings and reports hold about a person, for their download."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.assemblies.models import HustingsAnswer, HustingsQuestion, Report, ReportQuestion
from causeway.domains.people.sections import Held


def hustings(person_id: UUID, _email: str) -> Held:
    """What the person asked candidates, and answered as one."""
    asked = HustingsQuestion.objects.filter(asked_by_id=person_id).select_related("process")
    answers = HustingsAnswer.objects.filter(nomination__person_id=person_id).select_related("question__process")
    return [
        {"election": row.process.title, "you asked": row.text, "refused because": row.refuse_reason} for row in asked
    ] + [
        {"election": row.question.process.title, "asked": row.question.text, "you answered": row.text}
        for row in answers
    ]


def reports(person_id: UUID, _email: str) -> Held:
    """What the person reported from committees, and asked about reports."""
    mine = Report.objects.filter(seat__person_id=person_id).select_related("seat__committee")
    asked = ReportQuestion.objects.filter(asked_by_id=person_id).select_related("report__seat__committee")
    return [{"committee": row.seat.committee.name, "due on": row.due_on, "report": row.text} for row in mine] + [
        {"committee": row.report.seat.committee.name, "you asked": row.text, "answer": row.answer} for row in asked
    ]
