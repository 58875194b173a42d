"""Move a conversation, or close it early."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_course import deliberation_of, is_over
from causeway.domains.assemblies.conversation_policies import may_run_conversation
from causeway.domains.assemblies.dates import checked_conversation
from causeway.domains.assemblies.models import Conversation, Process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class MoveConversation(Command[Conversation]):
    """Give a conversation another end, and another beginning while it has not begun. ``closes_at`` None: now."""

    process_id: UUID
    opens_at: datetime | None = None
    closes_at: datetime | None = None


@performs(
    MoveConversation,
    policy=may_run_conversation,
    says="moved the conversation “{process}”",
    finds=locked(Conversation, "process_id"),
)
def move_conversation(_actor: Actor, command: MoveConversation, conversation: Conversation) -> Done[Conversation]:
    process, now = conversation.process, clock.now()
    phase = deliberation_of(process)
    if phase is None or is_over(conversation):
        raise Conflict(_("The conversation is over."))
    if process.blueprint != Process.Blueprint.CONVERSATION:
        raise Conflict(_("This conversation belongs to a bigger process. Its time is set there."))
    begun = phase.opens_at <= now
    if begun and command.closes_at is None:
        phase.closes_at = now
    elif command.closes_at is None:
        raise Conflict(_("The conversation has not begun. Cancel it, or move it."))
    else:
        opens_at = phase.opens_at if begun else command.opens_at or phase.opens_at
        if command.closes_at <= now:
            raise Invalid(closes_at=_("Choose a moment that lies ahead."))
        phase.opens_at = checked_conversation(opens_at, command.closes_at, begun=begun)
        phase.closes_at = command.closes_at
    phase.save(update_fields=["opens_at", "closes_at"])
    return in_trail(process, conversation)
