"""Stand down as an organiser of a campaign."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.campaigns.models import (
    CampaignRole,
)
from causeway.domains.campaigns.policies import (
    may_stand_down_organiser,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class StandDownOrganiser(Command[None]):
    """End an appointment, or take an offer back. Nothing is kept of it but the line in the audit trail."""

    role_id: int


@performs(
    StandDownOrganiser,
    policy=may_stand_down_organiser,
    says="ended an appointment, or an offer, to organise the campaign “{campaign}”",
    finds=locked(CampaignRole, "role_id"),
)
def stand_down_organiser(_actor: Actor, _command: StandDownOrganiser, role: CampaignRole) -> Done[None]:
    campaign = role.campaign
    role.delete()
    return in_trail(campaign, None)
