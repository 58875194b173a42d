"""What committees add to the pages of elections."""

from __future__ import annotations

from causeway.domains.assemblies.bodies import Body
from causeway.domains.assemblies.committee_queries import committee_written_for, running_committees
from causeway.domains.assemblies.models import Process
from causeway.domains.assemblies.standing import runs
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def committees_of_body(actor: Actor, body: Body) -> Panel | None:
    """On the page of a body: the committees that it elected and whose terms run, as far as the actor sees them."""
    found = running_committees(actor, body)
    return Panel("assemblies/_committees_panel.html", {"committees": found}) if found else None


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
