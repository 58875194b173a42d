"""What this room adds to the page of whatever can be checked: the summary that travels with it."""

from __future__ import annotations

from typing import Any

from causeway.domains.campaigns.models import Campaign
from causeway.domains.impact.policies import may_begin_check, may_see_check
from causeway.domains.impact.queries import check_about, published_about, summary_of
from causeway.domains.impact.subjects import Kind, Subject
from causeway.domains.impact.threats import THREATS
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel, PanelMaker


def impact_of(kind: Kind) -> PanelMaker:
    """The panel for pages about this kind of subject."""

    def panel(actor: Actor, row: Any) -> Panel | None:
        check = check_about(kind.name, row.pk)
        may_write = bool(may_begin_check(actor, Subject(kind, row)))
        summary = summary_of(check) if check and may_see_check(actor, check) else None
        if summary is None and not may_write:
            return None
        context = {"check": check, "summary": summary, "kind": kind.name, "row": row, "may_write": may_write}
        return Panel("impact/_summary.html", context)

    return panel


def checks_of_campaign(actor: Actor, campaign: Campaign) -> Panel | None:
    """On a campaign’s page: who gains and who loses by the threats that it stands against."""
    threat_ids = list(campaign.threats.values_list("pk", flat=True))
    found = published_about(actor, THREATS.name, threat_ids) if threat_ids else []
    return Panel("impact/_campaign_panel.html", {"checks": found}) if found else None
