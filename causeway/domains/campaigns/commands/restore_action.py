"""Put a recorded action back."""

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
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class RestoreAction(Command[Action]):
    """Undo: put back what was taken away."""

    action_id: UUID


@performs(
    RestoreAction,
    policy=may_run_campaign,
    says="put an action of the campaign “{campaign}” back",
    finds=locked(Action, "action_id"),
)
def restore_action(_actor: Actor, _command: RestoreAction, action: Action) -> Done[Action]:
    action.withdrawn_on = None
    action.withdrawn_why = ""
    action.save(update_fields=["withdrawn_on", "withdrawn_why"])
    return in_trail(action.campaign, action, about=action.pk)
