"""What this room adds to the page of whatever can be checked: the summary that travels with it."""

from __future__ import annotations

from typing import Any

from causeway.domains.impact.policies import may_begin_check, may_see_check
from causeway.domains.impact.queries import check_about, summary_of
from causeway.domains.impact.subjects import Kind, Subject
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
