"""Strike an effect out."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.impact.models import Effect, ImpactCheck
from causeway.domains.impact.policies import may_write_check
from causeway.domains.impact.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class StrikeEffect(Command[ImpactCheck]):
    """Take an effect out of the working copy. Editions that were published keep it."""

    effect_id: UUID


@performs(
    StrikeEffect,
    policy=may_write_check,
    says="struck an effect out of the impact check of “{subject}”",
    finds=locked(Effect, "effect_id"),
)
def strike_effect(_actor: Actor, _command: StrikeEffect, effect: Effect) -> Done[ImpactCheck]:
    check = effect.check_of
    effect.delete()
    return in_trail(check, check)
