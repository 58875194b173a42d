"""Answer an objection to a roll."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.course import may_still_change, phase_of
from causeway.domains.assemblies.models import Objection, Phase
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AnswerObjection(Command[Objection]):
    """Say what was done about an objection, or why nothing. Whoever raised it reads the answer."""

    objection_id: UUID
    answer: str


@performs(
    AnswerObjection,
    policy=may_run_process,
    says="answered an objection to the roll of “{process}”",
    finds=locked(Objection, "objection_id"),
)
def answer_objection(_actor: Actor, command: AnswerObjection, objection: Objection) -> Done[Objection]:
    process = objection.roll.process
    if objection.answered_on and not may_still_change(process):
        raise Conflict(_("This objection is answered, and the vote has opened."))
    if clock.now() >= phase_of(process, Phase.Kind.VOTE).closes_at:
        raise Conflict(_("The time to vote has run out. Move the vote first, then answer."))
    objection.answer = some_text(command.answer, "answer", longest=1000)
    objection.answered_on = clock.today()
    objection.save(update_fields=["answer", "answered_on"])
    return in_trail(process, objection)
