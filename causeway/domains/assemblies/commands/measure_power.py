"""Measure the power of cards."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.commands.dealing_cards import measured
from causeway.domains.assemblies.models import CardVote
from causeway.domains.assemblies.policies import only_a_job
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class MeasurePower(Command[None]):
    """Measure the say that each card gives, where the cards were too many to do so when the roll was settled."""

    process_id: UUID


@performs(
    MeasurePower,
    policy=only_a_job,
    says="measured the power of the cards in “{process}”",
    finds=locked(CardVote, "process_id"),
)
def measure_power(_actor: Actor, _command: MeasurePower, vote: CardVote) -> Done[None]:
    if vote.power is None and vote.cards.exists():
        vote.power = measured(vote)
        vote.save(update_fields=["power"])
    return in_trail(vote.process, None)
