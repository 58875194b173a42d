"""Refuse a question at hustings."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.hustings_policies import may_refuse_question
from causeway.domains.assemblies.models import HustingsAnswer, HustingsQuestion
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class RefuseQuestion(Command[HustingsQuestion]):
    """Take a question off the page that is about private things, or an insult. All read the reason."""

    question_id: UUID
    reason: str


@performs(
    RefuseQuestion,
    policy=may_refuse_question,
    says="refused a question to the candidates of “{process}”",
    finds=locked(HustingsQuestion, "question_id"),
)
def refuse_question(_actor: Actor, command: RefuseQuestion, question: HustingsQuestion) -> Done[HustingsQuestion]:
    if question.refused_on or HustingsAnswer.objects.filter(question=question).exists():
        raise Conflict(_("This question is refused or answered already."))
    question.refuse_reason = some_text(command.reason, "reason", longest=300)
    question.refused_on = clock.today()
    question.save(update_fields=["refuse_reason", "refused_on"])
    return in_trail(question.process, question)
