"""What recalls add to the pages of committees and of the ballots about them."""

from __future__ import annotations

from causeway.domains.assemblies.bodies import belongs_to, body_of
from causeway.domains.assemblies.committee_standing import is_over
from causeway.domains.assemblies.models import Committee, Process, Seat
from causeway.domains.assemblies.recall_queries import recall_of_process, recalls_of
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.panels import Panel


def recalls_from_committee(actor: Actor, committee: Committee) -> Panel | None:
    """For those who belong: the rules of recall, what was asked for, and the way to ask for one."""
    body = body_of(committee.election)
    if not belongs_to(actor, body):
        return None
    held = Seat.objects.filter(committee=committee, state=Seat.State.HELD).select_related("option")
    others = [] if is_over(committee) else [seat for seat in held if seat.person_id != person_of(actor)]
    shown = recalls_of(actor, committee)
    context = {"it": shown, "seats": others, "committee": committee, "body": body}
    return Panel("assemblies/_recalls_panel.html", context)


def recall_voted_on(_actor: Actor, process: Process) -> Panel | None:
    """On the ballot of a recall: the reasons and the answer, side by side."""
    if process.blueprint != Process.Blueprint.RECALL:
        return None
    recall = recall_of_process(process)
    return Panel("assemblies/_recall_sides.html", {"recall": recall, "linked": True}) if recall else None
