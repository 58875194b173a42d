"""What this room adds to the pages of campaigns."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.petitions import queries
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def petitions_of_campaign(actor: Actor, campaign_id: UUID) -> Panel | None:
    """The campaign's petitions with their totals, and for those who run it the way to start one."""
    petitions = queries.petitions_of(actor, campaign_id)
    campaign = queries.campaign_run_by(actor, campaign_id)
    if not petitions and campaign is None:
        return None
    return Panel("petitions/_campaign_panel.html", {"petitions": petitions, "campaign": campaign})


def petitions_at_work(actor: Actor, campaign_id: UUID) -> Panel | None:
    """For those who take part: how the petitions stand, their paper sheets, and for those who run them the tools."""
    petitions = queries.petitions_of(actor, campaign_id)
    campaign = queries.campaign_run_by(actor, campaign_id)
    return Panel("petitions/_members_panel.html", {"petitions": petitions, "campaign": campaign})
