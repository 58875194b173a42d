"""What the opinion map adds to the page of a process."""

from __future__ import annotations

from causeway.domains.assemblies.models import Conversation, Process
from causeway.domains.assemblies.standing import runs
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def map_of_process(actor: Actor, process: Process) -> Panel | None:
    """The way to the map of a conversation, for whoever sees the process."""
    row = (
        Conversation.objects.filter(process=process)
        .values("closed_at", "opinion_map__figures__people", "opinion_map__publishes_votes")
        .first()
    )
    if row is None:
        return None
    context = {
        "process": process,
        "people": row["opinion_map__figures__people"],
        "publishes_votes": row["opinion_map__publishes_votes"],
        "may_settle": row["closed_at"] is None and runs(actor, process),
    }
    return Panel("assemblies/_opinion_panel.html", context)
