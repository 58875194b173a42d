"""What somebody who leaves wrote for an election or a committee."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.assemblies.models import HustingsAnswer, HustingsQuestion, Report, ReportQuestion


def forget_words(person_id: UUID) -> None:
    """Their answers and reports go; what they asked stays, and leads to nobody."""
    HustingsAnswer.objects.filter(nomination__person_id=person_id).delete()
    HustingsQuestion.objects.filter(asked_by_id=person_id).update(asked_by=None)
    Report.objects.filter(seat__person_id=person_id).delete()
    ReportQuestion.objects.filter(asked_by_id=person_id).update(asked_by=None)
