"""Correct how a target is named."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.commands.name_target import target_fields
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
class CorrectTarget(Command[Target]):
    """Correct the office, the body, or what they can decide."""

    target_id: int
    office: str = ""
    body_id: UUID | None = None
    can_decide: str = ""


@performs(
    CorrectTarget,
    policy=may_run_campaign,
    says="corrected a target of the campaign “{campaign}”: {target}",
    finds=locked(Target, "target_id"),
)
def correct_target(_actor: Actor, command: CorrectTarget, target: Target) -> Done[Target]:
    for name, value in target_fields(command).items():
        setattr(target, name, value)
    target.save(update_fields=["office", "body", "can_decide"])
    return in_trail(target.campaign, target, target=str(target))
