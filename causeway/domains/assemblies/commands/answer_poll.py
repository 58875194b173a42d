"""Answer a quick poll."""

from __future__ import annotations

from dataclasses import dataclass, field

from causeway.domains.assemblies.commands.cast_paper import into_the_box
from causeway.domains.assemblies.floor_policies import may_answer_poll
from causeway.domains.assemblies.models import FloorVote
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class AnswerPoll(Command[str]):
    """Answer the poll that is open at a meeting, with the code from its screen; the code of the receipt comes back.

    It is stored as every secret ballot is: that somebody answered and what they answered lie apart.
    """

    code: str
    marks: tuple[int | None, ...] = field(repr=False)


def poll_at(command: AnswerPoll) -> FloorVote:
    """The question that was put last at the meeting with that code."""
    rows = FloorVote.objects.filter(floor__code=command.code).select_related(
        "process__roll", "process__ballot", "process__alliance", "process__organisation"
    )
    vote = rows.first()
    if vote is None:
        raise Missing
    return vote


@performs(
    AnswerPoll,
    policy=may_answer_poll,
    says="voted",  # the trail does not say in what: that would tell where somebody belongs
    finds=poll_at,
    to_the_day=True,
    at_once=True,
)
def answer_poll(actor: Actor, command: AnswerPoll, vote: FloorVote) -> Done[str]:
    return into_the_box(actor, vote.process.ballot, command.marks)
