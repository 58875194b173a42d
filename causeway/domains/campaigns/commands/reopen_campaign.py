"""Open a closed campaign again."""

from __future__ import annotations

from dataclasses import dataclass
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
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class ReopenCampaign(Command[Campaign]):
    """Go on with a campaign that was closed: after a victory there is often more to do."""

    campaign_id: UUID


@performs(
    ReopenCampaign,
    policy=may_run_campaign,
    says="opened the campaign “{campaign}” again",
    finds=locked(Campaign, "campaign_id"),
)
def reopen_campaign(_actor: Actor, _command: ReopenCampaign, campaign: Campaign) -> Done[Campaign]:
    if campaign.stage != Campaign.Stage.CLOSED:
        raise Conflict(_("This campaign is not closed."))
    campaign.stage, campaign.closed_on, campaign.closed_why = Campaign.Stage.OPEN, None, ""
    campaign.save(update_fields=["stage", "closed_on", "closed_why"])
    return in_trail(
        campaign, campaign, events=[CampaignOpened(campaign_id=campaign.pk, alliance_id=campaign.alliance_id)]
    )
