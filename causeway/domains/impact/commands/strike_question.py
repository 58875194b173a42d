"""Strike a question out."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.impact.models import ImpactCheck, OpenQuestion
from causeway.domains.impact.policies import may_write_check
from causeway.domains.impact.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class StrikeQuestion(Command[ImpactCheck]):
    """Take a question out of the working copy: it was asked twice, or names somebody."""

    question_id: UUID


@performs(
    StrikeQuestion,
    policy=may_write_check,
    says="struck a question out of the impact check of “{subject}”",
    finds=locked(OpenQuestion, "question_id"),
)
def strike_question(_actor: Actor, _command: StrikeQuestion, question: OpenQuestion) -> Done[ImpactCheck]:
    check = question.check_of
    question.delete()
    return in_trail(check, check)
