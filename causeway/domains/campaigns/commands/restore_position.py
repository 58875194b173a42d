"""Put a recorded position back."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.campaigns.models import (
    Position,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class RestorePosition(Command[Position]):
    """Undo: put back what was taken away."""

    position_id: int


@performs(
    RestorePosition,
    policy=may_run_campaign,
    says="put a recorded position of the campaign “{campaign}” back",
    finds=locked(Position, "position_id"),
)
def restore_position(_actor: Actor, _command: RestorePosition, position: Position) -> Done[Position]:
    position.withdrawn_on = None
    position.save(update_fields=["withdrawn_on"])
    return in_trail(position.campaign, position)
