"""What this room adds to the pages of alliances, services and threats."""

from __future__ import annotations

from django.db.models import Case, Value, When

from causeway.domains.alliances.models import Alliance, Office
from causeway.domains.alliances.standing import coordinates
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.campaigns.work_queries import may_open_for
from causeway.domains.services.models import Service, Threat
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel

MOST = 20
MOST_OF_ALLIANCE = 6
STAGES_IN_ORDER = Case(When(stage="draft", then=Value(0)), When(stage="open", then=Value(1)), default=Value(2))


def campaigns_of_alliance(actor: Actor, alliance: Alliance) -> Panel | None:
    """An alliance's campaigns, open ones first, and for its coordinators the way to open one."""
    rows = visible_campaigns(actor).filter(alliance=alliance).annotate(running=STAGES_IN_ORDER)
    campaigns = list(rows.order_by("running", "-opened_on", "name")[: MOST_OF_ALLIANCE + 1])
    may_open = coordinates(actor, alliance.pk)
    if not campaigns and not may_open:
        return None
    context = {"campaigns": campaigns[:MOST_OF_ALLIANCE], "more": len(campaigns) > MOST_OF_ALLIANCE}
    return Panel("campaigns/_alliance_panel.html", {**context, "may_open": may_open})


def campaigns_about_threat(actor: Actor, threat: Threat) -> Panel | None:
    """The campaigns against a threat, and for coordinators the way to open one while it stands."""
    campaigns = visible_campaigns(actor).filter(threats=threat)
    openings = may_open_for(actor)
    if not threat.is_public or threat.withdrawn_on or threat.closed_on:
        openings = []
    return _panel(list(campaigns.select_related("alliance")[:MOST]), openings, f"threats={threat.pk}")


def campaigns_about_service(actor: Actor, service: Service) -> Panel | None:
    """The campaigns that defend a service, and for coordinators the way to open one."""
    campaigns = visible_campaigns(actor).filter(services=service) | visible_campaigns(actor).filter(
        threats__service=service
    )
    listed = list(campaigns.distinct().select_related("alliance")[:MOST])
    return _panel(listed, may_open_for(actor), f"services={service.pk}")


def _panel(campaigns: list[Campaign], openings: list[Office], chosen: str) -> Panel | None:
    if not campaigns and not openings:
        return None
    context = {"campaigns": campaigns, "openings": openings, "chosen": chosen}
    return Panel("campaigns/_about_panel.html", context)
