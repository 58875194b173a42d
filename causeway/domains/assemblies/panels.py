"""What this room adds to the pages of the bodies that can decide."""

from __future__ import annotations

from causeway.domains.assemblies import queries
from causeway.domains.assemblies.bodies import Body, belongs_to, runs_body
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def votes_of_body(actor: Actor, body: Body) -> Panel | None:
    """For those who belong: what their body decides now, and the way to set up a vote."""
    runs_it, belongs = runs_body(actor, body), belongs_to(actor, body)
    if not runs_it and not belongs:
        return None
    context = {"votes": queries.open_votes_of(actor, body), "body": body, "runs": runs_it, "belongs": belongs}
    return Panel("assemblies/_body_panel.html", context)
