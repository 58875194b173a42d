"""What mandates, reports and hustings add to the pages of committees and elections."""

from __future__ import annotations

from causeway.domains.assemblies.bodies import belongs_to, body_of
from causeway.domains.assemblies.hustings_queries import number_of_questions
from causeway.domains.assemblies.hustings_standing import hustings_are_open
from causeway.domains.assemblies.mandate_queries import mandate_shown
from causeway.domains.assemblies.models import Committee, Process
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def mandate_of_committee(actor: Actor, committee: Committee) -> Panel | None:
    """The written mandate, and to those who belong how each member reports."""
    belongs = belongs_to(actor, body_of(committee.election))
    shown = mandate_shown(actor, committee, belongs=belongs)
    if shown.mandate is None and not shown.reporting and not shown.runs:
        return None
    return Panel("assemblies/_mandate_panel.html", {"it": shown, "committee": committee})


def hustings_of_election(_actor: Actor, process: Process) -> Panel | None:
    """On an election: the way to the questions and answers, while there are any or some may be asked."""
    if process.blueprint != Process.Blueprint.ELECTION:
        return None
    number, is_open = number_of_questions(process), hustings_are_open(process)
    if not number and not is_open:
        return None
    return Panel("assemblies/_hustings_panel.html", {"process": process, "number": number, "is_open": is_open})
