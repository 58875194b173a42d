"""What this room adds to the pages of alliances and organisations."""

from __future__ import annotations

from causeway.domains.alliances.bodies import Body, body_of
from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.policies import runs as runs_body
from causeway.domains.alliances.standing import stands_in_body
from causeway.domains.budgets import queries
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def budgets_of_body(actor: Actor, body: Body) -> Panel | None:
    """The newest budgets of a body, and for those who run it the way to begin one."""
    rows, runs_it = queries.newest_budgets(actor, body), runs_body(actor, body)
    if not rows and not runs_it and not stands_in_body(actor, body):
        return None
    return Panel("budgets/_body_panel.html", {"budgets": rows, "body": body, "runs": runs_it})


def needs_at_meeting(actor: Actor, meeting: Meeting) -> Panel | None:
    """What was said at a meeting for the budgets of its body, and for those who belong the way to write it down."""
    body = body_of(meeting)
    has_begun = meeting.starts_at <= clock.now() and meeting.cancelled_at is None
    takes = queries.budgets_that_take_needs(actor, body) if has_begun and stands_in_body(actor, body) else []
    needs = queries.needs_said_at(actor, meeting)
    if not takes and not needs:
        return None
    return Panel("budgets/_meeting_panel.html", {"meeting": meeting, "budgets": takes, "needs": needs})
