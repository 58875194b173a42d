"""Close a mediation with its outcome."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from causeway.domains.assemblies.commands.in_mediation import in_own_trail, locked_mediation, require_open
from causeway.domains.assemblies.mediation_policies import may_close_mediation
from causeway.domains.assemblies.models import Mediation
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class CloseMediation(Command[Mediation]):
    """End the thread with one sentence: what was agreed, or that nothing was. It stays to be read by those in it."""

    mediation_id: UUID
    outcome: str = field(repr=False)


@performs(
    CloseMediation,
    policy=may_close_mediation,
    says="closed a mediation",
    finds=locked_mediation,
)
def close_mediation(_actor: Actor, command: CloseMediation, mediation: Mediation) -> Done[Mediation]:
    require_open(mediation)
    mediation.outcome = some_text(command.outcome, "outcome", longest=300)
    mediation.closed_on = clock.today()
    mediation.mediator_email = ""
    mediation.save(update_fields=["outcome", "closed_on", "mediator_email"])
    return in_own_trail(mediation, mediation)
