"""Accept or decline to mediate."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.commands.in_mediation import in_own_trail, locked_mediation, require_open
from causeway.domains.assemblies.mediation_policies import may_answer_as_mediator
from causeway.domains.assemblies.models import Mediation
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class AnswerAsMediator(Command[Mediation]):
    """Accept, or decline: then, or later, the organisations name somebody else. The address is not kept."""

    mediation_id: UUID
    accept: bool


@performs(
    AnswerAsMediator,
    policy=may_answer_as_mediator,
    says="answered whether to mediate",
    finds=locked_mediation,
)
def answer_as_mediator(actor: Actor, command: AnswerAsMediator, mediation: Mediation) -> Done[Mediation]:
    require_open(mediation)
    mediation.mediator_email = ""
    mediation.mediator_id = signed_in(actor) if command.accept else None
    if not command.accept:
        mediation.mediator_index = None
    mediation.save(update_fields=["mediator_email", "mediator", "mediator_index"])
    return in_own_trail(mediation, mediation)
