"""Withdraw a tip-off."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.services.models import TipOff
from causeway.domains.services.policies.tipoffs import may_follow_tip_off
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class WithdrawTipOff(Command[None]):
    """Delete everything that was written in a thread, on both sides."""

    tip_off_id: UUID


@performs(
    WithdrawTipOff,
    policy=may_follow_tip_off,
    says="withdrew a tip-off, which is deleted",
    finds=locked(TipOff, "tip_off_id"),
    to_the_day=True,
)
def withdraw_tip_off(_actor: Actor, _command: WithdrawTipOff, tip_off: TipOff) -> Done[None]:
    scope = tip_off.alliance_id
    tip_off.delete()
    return Done(None, scope=scope)
