"""Take back a vote on a statement."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.conversation_policies import may_vote_on_statement
from causeway.domains.assemblies.conversation_reading import Standing, standing_in
from causeway.domains.assemblies.models import StatementVote
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class TakeBackVote(Command[UUID]):
    """Undo a vote: the statement is asked again, as if it had not been."""

    statement_id: UUID
    voice_id: UUID


@performs(
    TakeBackVote,
    policy=may_vote_on_statement,
    says="took an opinion back",
    finds=standing_in,
    to_the_day=True,
)
def take_back_vote(_actor: Actor, _command: TakeBackVote, standing: Standing) -> Done[UUID]:
    if standing.vote_id is not None:
        StatementVote.objects.filter(pk=standing.vote_id).delete()
    return Done(standing.conversation_id)
