"""Take a target of a campaign away."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.campaigns.models import (
    Target,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class DropTarget(Command[Target]):
    """Take it off every page. It stays stored and can be put back."""

    target_id: int


@performs(
    DropTarget,
    policy=may_run_campaign,
    says="took a target of the campaign “{campaign}” away",
    finds=locked(Target, "target_id"),
)
def drop_target(_actor: Actor, _command: DropTarget, target: Target) -> Done[Target]:
    target.dropped_on = clock.today()
    target.save(update_fields=["dropped_on"])
    return in_trail(target.campaign, target)
