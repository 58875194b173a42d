"""What this room adds to the pages of alliances."""

from __future__ import annotations

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.queries.threats import threats_with_clock
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel

MOST = 5


def threats_of_alliance(actor: Actor, alliance: Alliance) -> Panel | None:
    """The threats that an alliance stands against, soonest decision first."""
    threats = threats_with_clock(actor, [alliance.pk], MOST + 1)
    if not threats:
        return None
    return Panel("services/_alliance_panel.html", {"threats": threats[:MOST], "more": len(threats) > MOST})
