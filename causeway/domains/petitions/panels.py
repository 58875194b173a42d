"""What this room adds to the pages of campaigns."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.petitions import queries
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def petitions_of_campaign(actor: Actor, campaign_id: UUID) -> Panel | None:
    """The campaign's petitions with their totals, and for those who run it the way to start one."""
    campaign = queries.campaign_of_panel(actor, campaign_id)
    if campaign is None:
        return None
    petitions = queries.petitions_of(actor, campaign)
    may_draft = bool(queries.may_draft(actor, campaign))
    if not petitions and not may_draft:
        return None
    context = {"petitions": petitions, "campaign": campaign, "may_draft": may_draft}
    return Panel("petitions/_campaign_panel.html", context)
