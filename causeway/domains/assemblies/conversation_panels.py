"""What a conversation adds to the page of its process."""

from __future__ import annotations

from causeway.domains.assemblies.conversation_course import deliberation_of
from causeway.domains.assemblies.models import Conversation, Process, Statement
from causeway.domains.assemblies.standing import runs
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def conversation_of_process(actor: Actor, process: Process) -> Panel | None:
    """The way to the conversation; for those who run a process that deliberates without one, the way to begin it."""
    phase = deliberation_of(process)
    if phase is None:
        return None
    conversation = Conversation.objects.filter(process=process).first()
    if conversation is None:
        begins = runs(actor, process) and process.cancelled_on is None and clock.now() < phase.closes_at
        return Panel("assemblies/_conversation_panel.html", {"process": process}) if begins else None
    shown = conversation.statements.filter(state=Statement.State.IN).count()
    return Panel(
        "assemblies/_conversation_panel.html",
        {"process": process, "conversation": conversation, "statements": shown},
    )
