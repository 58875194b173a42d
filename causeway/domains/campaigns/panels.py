"""What this room adds to the pages of alliances, services and threats."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Case, Value, When

from causeway.domains.alliances.models import Office
from causeway.domains.alliances.standing import coordinates
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.campaigns.work_queries import may_open_for
from causeway.domains.services.queries.threats import published_threat
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel

MOST = 20
MOST_OF_ALLIANCE = 6
STAGES_IN_ORDER = Case(When(stage="draft", then=Value(0)), When(stage="open", then=Value(1)), default=Value(2))


def campaigns_of_alliance(actor: Actor, alliance_id: UUID) -> Panel | None:
    """An alliance's campaigns, open ones first, and for its coordinators the way to open one."""
    rows = visible_campaigns(actor).filter(alliance=alliance_id).annotate(running=STAGES_IN_ORDER)
    campaigns = list(rows.order_by("running", "-opened_on", "name")[: MOST_OF_ALLIANCE + 1])
    may_open = coordinates(actor, alliance_id)
    if not campaigns and not may_open:
        return None
    context = {"campaigns": campaigns[:MOST_OF_ALLIANCE], "more": len(campaigns) > MOST_OF_ALLIANCE}
    return Panel("campaigns/_alliance_panel.html", {**context, "may_open": may_open})


def campaigns_about_threat(actor: Actor, threat_id: UUID) -> Panel | None:
    """The campaigns against a threat, and for coordinators the way to open one while it stands."""
    campaigns = visible_campaigns(actor).filter(threats=threat_id)
    openings = may_open_for(actor)
    if openings and published_threat(threat_id) is None:
        openings = []
    return _panel(list(campaigns.select_related("alliance")[:MOST]), openings, f"threats={threat_id}")


def campaigns_about_service(actor: Actor, service_id: UUID) -> Panel | None:
    """The campaigns that defend a service, and for coordinators the way to open one."""
    campaigns = visible_campaigns(actor).filter(services=service_id) | visible_campaigns(actor).filter(
        threats__service=service_id
    )
    listed = list(campaigns.distinct().select_related("alliance")[:MOST])
    return _panel(listed, may_open_for(actor), f"services={service_id}")


def _panel(campaigns: list[Campaign], openings: list[Office], chosen: str) -> Panel | None:
    if not campaigns and not openings:
        return None
    context = {"campaigns": campaigns, "openings": openings, "chosen": chosen}
    return Panel("campaigns/_about_panel.html", context)
