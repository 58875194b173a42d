"""What committees add to the pages of elections."""

from __future__ import annotations

from causeway.domains.assemblies.committee_queries import committee_written_for
from causeway.domains.assemblies.models import Process
from causeway.domains.assemblies.standing import runs
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def committee_of_election(actor: Actor, process: Process) -> Panel | None:
    """On an election: what people are elected to, and the committee once it is formed."""
    if process.blueprint != Process.Blueprint.ELECTION:
        return None
    committee = committee_written_for(process)
    may_write = process.part_of_id is None and not process.ballot.tie_seed and runs(actor, process)
    if committee is None and not may_write:
        return None
    context = {"committee": committee, "process": process, "may_write": may_write and not process.cancelled_on}
    return Panel("assemblies/_committee_panel.html", context)
