"""Answer a question at hustings."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.hustings_policies import may_answer_at_hustings
from causeway.domains.assemblies.hustings_standing import own_nomination, vote_has_opened
from causeway.domains.assemblies.models import HustingsAnswer, HustingsQuestion
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict

LONGEST = 600


@dataclass(frozen=True, kw_only=True)
class AnswerAtHustings(Command[HustingsAnswer]):
    """A candidate answers, at the same length as all others; it can change until the vote opens."""

    question_id: UUID
    text: str


@performs(
    AnswerAtHustings,
    policy=may_answer_at_hustings,
    says="answered a question in the election “{process}”",
    finds=locked(HustingsQuestion, "question_id"),
)
def answer_at_hustings(actor: Actor, command: AnswerAtHustings, question: HustingsQuestion) -> Done[HustingsAnswer]:
    nomination = own_nomination(actor, question.process)
    if question.refused_on:
        raise Conflict(_("This question was refused."))
    known = HustingsAnswer.objects.filter(question=question, nomination=nomination).exists()
    if known and vote_has_opened(question.process):
        raise Conflict(_("The vote is open. Your answer cannot change any more."))
    text = some_text(command.text, "text", longest=LONGEST)
    answer, _new = HustingsAnswer.objects.update_or_create(
        question=question, nomination=nomination, defaults={"text": text, "answered_on": clock.today()}
    )
    return in_trail(question.process, answer)
