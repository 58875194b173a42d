"""Close a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.events import (
    CampaignClosed,
)
from causeway.domains.campaigns.models import (
    Campaign,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import a_day, some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CloseCampaign(Command[Campaign]):
    """Close the campaign, with a sentence why. Its page stays, and it may be opened again."""

    campaign_id: UUID
    why: str
    on: date | None = None


@performs(
    CloseCampaign,
    policy=may_run_campaign,
    says="closed the campaign “{campaign}”",
    finds=locked(Campaign, "campaign_id"),
)
def close_campaign(_actor: Actor, command: CloseCampaign, campaign: Campaign) -> Done[Campaign]:
    if campaign.stage != Campaign.Stage.OPEN:
        raise Conflict(_("Only an open campaign can be closed."))
    campaign.stage = Campaign.Stage.CLOSED
    campaign.closed_why = some_text(command.why, "why", longest=300)
    campaign.closed_on = a_day(command.on or clock.today(), "on", not_future=True, not_before=campaign.opened_on)
    campaign.save(update_fields=["stage", "closed_why", "closed_on"])
    return in_trail(
        campaign, campaign, events=[CampaignClosed(campaign_id=campaign.pk, alliance_id=campaign.alliance_id)]
    )
