"""Take a recorded action away."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.models import (
    Action,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class WithdrawAction(Command[Action]):
    """Take it off every page. It stays stored and can be put back."""

    action_id: UUID
    why: str


@performs(
    WithdrawAction,
    policy=may_run_campaign,
    says="took an action of the campaign “{campaign}” away",
    finds=locked(Action, "action_id"),
)
def withdraw_action(_actor: Actor, command: WithdrawAction, action: Action) -> Done[Action]:
    action.withdrawn_on = clock.today()
    action.withdrawn_why = some_text(command.why, "why", longest=300)
    action.save(update_fields=["withdrawn_on", "withdrawn_why"])
    return in_trail(action.campaign, action, about=action.pk)
