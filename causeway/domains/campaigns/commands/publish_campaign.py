"""Publish a campaign that is being prepared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.events import (
    CampaignOpened,
)
from causeway.domains.campaigns.models import (
    Campaign,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import a_day
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class PublishCampaign(Command[Campaign]):
    """Open the campaign to everybody's eyes, from today or from an earlier day."""

    campaign_id: UUID
    opened_on: date | None = None


@performs(
    PublishCampaign,
    policy=may_run_campaign,
    says="published the campaign “{campaign}”",
    finds=locked(Campaign, "campaign_id"),
)
def publish_campaign(_actor: Actor, command: PublishCampaign, campaign: Campaign) -> Done[Campaign]:
    if campaign.stage != Campaign.Stage.DRAFT:
        raise Conflict(_("This campaign is published already."))
    if not campaign.summary:
        raise Invalid(summary=_("Say in a few sentences what the campaign is about before you publish it."))
    campaign.stage = Campaign.Stage.OPEN
    campaign.opened_on = a_day(command.opened_on or clock.today(), "opened_on", not_future=True)
    campaign.save(update_fields=["stage", "opened_on"])
    return in_trail(
        campaign, campaign, events=[CampaignOpened(campaign_id=campaign.pk, alliance_id=campaign.alliance_id)]
    )
