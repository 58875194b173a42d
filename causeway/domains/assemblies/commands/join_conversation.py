"""Take part in a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.commands.voicing import checked_section
from causeway.domains.assemblies.conversation_policies import may_join_conversation
from causeway.domains.assemblies.conversation_standing import index_of_voice, voice_of
from causeway.domains.assemblies.models import Conversation, Voice
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class JoinConversation(Command[Voice]):
    """Get a voice in a conversation by one's account: one, however often one asks for it.

    ``section``: the one that the person chooses to speak from, or none. It is counted, and never shown with a voice.
    """

    process_id: UUID
    section: str = ""


@performs(
    JoinConversation,
    policy=may_join_conversation,
    says="took part in a conversation",  # the trail does not say in which: that would tell where somebody belongs
    finds=found(Conversation, "process_id", "process"),
    to_the_day=True,
)
def join_conversation(actor: Actor, command: JoinConversation, conversation: Conversation) -> Done[Voice]:
    mine = voice_of(actor, conversation)
    if mine is not None:
        return Done(mine)
    voice = Voice(
        conversation=conversation,
        holder_index=index_of_voice(signed_in(actor), conversation.pk),
        section=checked_section(actor, conversation, command.section),
    )
    return Done(voice, rows=[voice])
