"""Settle whether the votes of a conversation are published."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import Conversation, OpinionMap, StatementVote
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AllowVotesFile(Command[OpinionMap]):
    """Let all votes be published under random numbers once the conversation is over, or keep them back.

    Allowed only before anybody has voted, so that everybody knows it who does. Kept back at any time before the end.
    """

    process_id: UUID
    allow: bool


@performs(
    AllowVotesFile,
    policy=may_run_process,
    says="settled whether the votes of “{process}” are published",
    finds=locked(Conversation, "process_id"),
)
def allow_votes_file(_actor: Actor, command: AllowVotesFile, conversation: Conversation) -> Done[OpinionMap]:
    row, _new = OpinionMap.objects.select_for_update().get_or_create(conversation=conversation)
    if row.is_last or conversation.closed_at is not None:
        raise Conflict(_("The conversation is over. What is published of it was settled before."))
    if command.allow and StatementVote.objects.filter(statement__conversation=conversation).exists():
        raise Conflict(_("Somebody has voted already, who did not know that votes would be published. Keep them back."))
    row.publishes_votes = command.allow
    row.save(update_fields=["publishes_votes"])
    return in_trail(conversation.process, row)
