"""Let a conversation take no new statements, or take them again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_course import is_over
from causeway.domains.assemblies.conversation_policies import may_run_conversation
from causeway.domains.assemblies.models import Conversation
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class FreezeConversation(Command[Conversation]):
    """Close the list of statements, so that the last of them gets as many votes as the first; or open it again."""

    process_id: UUID
    frozen: bool


@performs(
    FreezeConversation,
    policy=may_run_conversation,
    says="{what} the list of statements of “{process}”",
    finds=locked(Conversation, "process_id"),
)
def freeze_conversation(_actor: Actor, command: FreezeConversation, conversation: Conversation) -> Done[Conversation]:
    if is_over(conversation):
        raise Conflict(_("The conversation is over."))
    conversation.frozen_at = clock.now() if command.frozen else None
    conversation.save(update_fields=["frozen_at"])
    return in_trail(conversation.process, conversation, what="closed" if command.frozen else "opened")
