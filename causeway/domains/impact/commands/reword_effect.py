"""Reword an effect."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.impact.commands.write_effect import EffectFacts, fill_in
from causeway.domains.impact.models import Effect
from causeway.domains.impact.policies import may_write_check
from causeway.domains.impact.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class RewordEffect(EffectFacts, Command[Effect]):
    """Replace what is said of an effect. What was published stays as it was, until the next edition."""

    effect_id: UUID


@performs(
    RewordEffect,
    policy=may_write_check,
    says="reworded an effect in the impact check of “{subject}”",
    finds=locked(Effect, "effect_id"),
)
def reword_effect(_actor: Actor, command: RewordEffect, effect: Effect) -> Done[Effect]:
    fill_in(effect, command)
    effect.save()
    return in_trail(effect.check_of, effect)
