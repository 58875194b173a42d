"""Put a target of a campaign back."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.campaigns.models import (
    Target,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class RestoreTarget(Command[Target]):
    """Undo: put back what was taken away."""

    target_id: int


@performs(
    RestoreTarget,
    policy=may_run_campaign,
    says="put a target of the campaign “{campaign}” back",
    finds=locked(Target, "target_id"),
)
def restore_target(_actor: Actor, _command: RestoreTarget, target: Target) -> Done[Target]:
    target.dropped_on = None
    target.save(update_fields=["dropped_on"])
    return in_trail(target.campaign, target)
