"""Offer to help to organise a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.models import (
    Campaign,
    CampaignRole,
)
from causeway.domains.campaigns.policies import (
    may_take_part,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class OfferToOrganise(Command[CampaignRole]):
    """Offer oneself as an organiser. Coordinators choose from those who offered: nobody is looked up."""

    campaign_id: UUID


@performs(
    OfferToOrganise,
    policy=may_take_part,
    says="offered to help to organise the campaign “{campaign}”",
    finds=found(Campaign, "campaign_id"),
)
def offer_to_organise(actor: Actor, _command: OfferToOrganise, campaign: Campaign) -> Done[CampaignRole]:
    role, _made = CampaignRole.objects.get_or_create(
        campaign=campaign, person_id=signed_in(actor), defaults={"offered_on": clock.today()}
    )
    return in_trail(campaign, role)
