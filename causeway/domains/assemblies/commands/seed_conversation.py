"""Put statements into a conversation for those who run it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.seeding import seed
from causeway.domains.assemblies.conversation_course import may_still_be_opened
from causeway.domains.assemblies.conversation_policies import may_run_conversation
from causeway.domains.assemblies.models import Conversation
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class SeedConversation(Command[int]):
    """Put the first statements in, or what a meeting said aloud. They are marked as from those who run it."""

    process_id: UUID
    statements: tuple[str, ...]


@performs(
    SeedConversation,
    policy=may_run_conversation,
    says="put {number} statements into “{process}”",
    finds=locked(Conversation, "process_id"),
)
def seed_conversation(_actor: Actor, command: SeedConversation, conversation: Conversation) -> Done[int]:
    if not may_still_be_opened(conversation):
        raise Conflict(_("The conversation takes no new statements any more."))
    number = len(seed(conversation, command.statements))
    return in_trail(conversation.process, number, number=number)
