"""Withdraw a nomination."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.models import Nomination
from causeway.domains.assemblies.policies import may_withdraw_nomination
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class WithdrawNomination(Command[None]):
    """Stand no longer, while names may still be put forward. Nothing of the nomination is kept."""

    nomination_id: UUID


@performs(
    WithdrawNomination,
    policy=may_withdraw_nomination,
    says="withdrew from the election “{process}”",
    finds=locked(Nomination, "nomination_id"),
)
def withdraw_nomination(_actor: Actor, _command: WithdrawNomination, nomination: Nomination) -> Done[None]:
    process = nomination.process
    nomination.delete()
    return in_trail(process, None)
