"""Ask what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.wording import some_text
from causeway.domains.impact.models import ImpactCheck, OpenQuestion
from causeway.domains.impact.policies import may_ask
from causeway.domains.impact.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict

MOST_QUESTIONS = 100


@dataclass(frozen=True, kw_only=True)
class AskOpenQuestion(Command[OpenQuestion]):
    """Write down what nobody knows yet. It is shown without a name."""

    check_id: UUID
    text: str


@performs(
    AskOpenQuestion,
    policy=may_ask,
    says="asked a question in the impact check of “{subject}”",
    finds=locked(ImpactCheck, "check_id"),
)
def ask_open_question(_actor: Actor, command: AskOpenQuestion, check: ImpactCheck) -> Done[OpenQuestion]:
    if check.questions.count() >= MOST_QUESTIONS:
        raise Conflict(_("A hundred questions are written down. Answer some of them first."))
    text = some_text(command.text, "text", longest=300)
    question = OpenQuestion.objects.create(check_of=check, text=text, asked_at=clock.now())
    return in_trail(check, question)
