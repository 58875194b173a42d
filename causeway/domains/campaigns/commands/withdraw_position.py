"""Take a recorded position away."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.campaigns.models import (
    Position,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class WithdrawPosition(Command[Position]):
    """Take it off every page. It stays stored and can be put back."""

    position_id: int


@performs(
    WithdrawPosition,
    policy=may_run_campaign,
    says="took a recorded position of the campaign “{campaign}” away",
    finds=locked(Position, "position_id"),
)
def withdraw_position(_actor: Actor, _command: WithdrawPosition, position: Position) -> Done[Position]:
    position.withdrawn_on = clock.today()
    position.save(update_fields=["withdrawn_on"])
    return in_trail(position.campaign, position)
