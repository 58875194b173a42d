"""What names add to the page of their process."""

from __future__ import annotations

from causeway.domains.assemblies.course import is_open
from causeway.domains.assemblies.models import Phase, Process
from causeway.domains.assemblies.name_policies import may_suggest_name
from causeway.domains.assemblies.name_queries import suggestions_in
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.panels import Panel


def names_of_process(actor: Actor, process: Process) -> Panel | None:
    """The names that were suggested."""
    if process.blueprint != Process.Blueprint.NAME:
        return None
    me = person_of(actor)
    names = [(one, me is not None and one.suggested_by_id == me) for one in suggestions_in(process)]
    context = {
        "process": process,
        "names": names,
        "may_suggest": bool(may_suggest_name(actor, process)),
        "is_open": is_open(process, Phase.Kind.PROPOSE),
    }
    return Panel("assemblies/_names.html", context)
