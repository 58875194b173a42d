"""What the post adds to the page of a vote."""

from __future__ import annotations

from causeway.domains.assemblies.models import Process
from causeway.domains.assemblies.postal_queries import may_come_by_post, post_shown
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def post_of_process(actor: Actor, process: Process) -> Panel | None:
    """Voting by post: for voters a paper, for those who run it the post, for clerks and tellers their work."""
    if not may_come_by_post(process):
        return None
    it = post_shown(actor, process)
    return Panel("assemblies/post.html", {"it": it}) if it.vote or it.may_allow else None
