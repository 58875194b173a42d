"""Agree, disagree or pass."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.conversation_policies import may_vote_on_statement
from causeway.domains.assemblies.conversation_reading import Standing, standing_in
from causeway.domains.assemblies.models import StatementVote
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid

VALUES = {1, 0, -1}


@dataclass(frozen=True, kw_only=True)
class VoteOnStatement(Command[UUID]):
    """Say what one thinks of a statement: 1 agree, 0 pass, −1 disagree. Said again, the last word counts.

    Returns which conversation it was said in.
    """

    statement_id: UUID
    voice_id: UUID
    value: int = field(repr=False)


@performs(
    VoteOnStatement,
    policy=may_vote_on_statement,
    says="gave an opinion",  # the trail does not say in what, or which
    finds=standing_in,
    to_the_day=True,
    at_once=True,
)
def vote_on_statement(_actor: Actor, command: VoteOnStatement, standing: Standing) -> Done[UUID]:
    if command.value not in VALUES:
        raise Invalid(value=_("Agree, disagree or pass."))
    vote = StatementVote(voice_id=command.voice_id, statement_id=command.statement_id, value=command.value)
    if standing.vote_id is None:
        return Done(standing.conversation_id, rows=[vote])
    vote.pk = standing.vote_id
    return Done(standing.conversation_id, updates=[(vote, ("value",))])
