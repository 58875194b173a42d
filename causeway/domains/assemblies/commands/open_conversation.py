"""Open a conversation within a process that deliberates."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.opening_conversation import open_with_question
from causeway.domains.assemblies.commands.seeding import seed
from causeway.domains.assemblies.conversation_course import deliberation_of
from causeway.domains.assemblies.models import Conversation, Process
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class OpenConversation(Command[Conversation]):
    """Give a process that has a time to deliberate its question. The conversation is open as long as that phase is."""

    process_id: UUID
    question: str
    statements: tuple[str, ...] = ()
    audience: str = Conversation.Audience.MEMBERS
    by_code: bool = False
    moderated: bool = True


@performs(
    OpenConversation,
    policy=may_run_process,
    says="opened a conversation in “{process}”",
    finds=locked(Process, "process_id"),
)
def open_conversation(_actor: Actor, command: OpenConversation, process: Process) -> Done[Conversation]:
    phase = deliberation_of(process)
    if phase is None or process.cancelled_on or clock.now() >= phase.closes_at:
        raise Conflict(_("There is no time to deliberate ahead in this process."))
    if Conversation.objects.filter(process=process).exists():
        raise Conflict(_("It has a conversation already."))
    conversation = open_with_question(
        process,
        question=command.question,
        audience=command.audience,
        by_code=command.by_code,
        moderated=command.moderated,
    )
    seed(conversation, command.statements)
    return in_trail(process, conversation)
