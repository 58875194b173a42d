"""Close a quick poll."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.floor_policies import may_run_question
from causeway.domains.assemblies.floor_standing import is_open_now
from causeway.domains.assemblies.models import FloorVote, Phase
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class ClosePoll(Command[FloorVote]):
    """Close a poll before its time is over. Nobody answers any more, and the answers wait to be counted."""

    process_id: UUID


@performs(
    ClosePoll,
    policy=may_run_question,
    says="closed the poll “{process}”",
    finds=locked(FloorVote, "process_id"),
)
def close_poll(_actor: Actor, _command: ClosePoll, vote: FloorVote) -> Done[FloorVote]:
    if vote.way != FloorVote.Way.PHONES or not is_open_now(vote):
        raise Conflict(_("This poll is closed already."))
    Phase.objects.filter(process=vote.process, kind=Phase.Kind.VOTE).update(closes_at=clock.now())
    return in_trail(vote.process, vote)
