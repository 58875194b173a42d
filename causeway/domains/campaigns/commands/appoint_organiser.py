"""Appoint an organiser of a campaign."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.campaigns.models import (
    CampaignRole,
)
from causeway.domains.campaigns.policies import (
    may_appoint_organiser,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class AppointOrganiser(Command[CampaignRole]):
    """Appoint one of those who offered to organise."""

    role_id: int


@performs(
    AppointOrganiser,
    policy=may_appoint_organiser,
    says="appointed an organiser of the campaign “{campaign}”",
    finds=locked(CampaignRole, "role_id"),
)
def appoint_organiser(_actor: Actor, _command: AppointOrganiser, role: CampaignRole) -> Done[CampaignRole]:
    if role.since is None:
        role.since = clock.today()
        role.save(update_fields=["since"])
    return in_trail(role.campaign, role)
