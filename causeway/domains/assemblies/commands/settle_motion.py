"""Settle a motion, a part or an amendment by its vote."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.finding_motions import locked_motion
from causeway.domains.assemblies.commands.motion_results import apply, verdict_of
from causeway.domains.assemblies.models import MotionVote
from causeway.domains.assemblies.motion_policies import may_settle_motion
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class SettleMotion(Command[MotionVote]):
    """Let the result of a vote take effect, once: what is carried makes a new version of the text, or is adopted.

    ``process_id``: the vote's own process. A vote that was cancelled, or is not counted, settles nothing.
    """

    process_id: UUID


def vote_with_motion(command: SettleMotion) -> MotionVote:
    """The vote, its motion locked. Raises Missing."""
    vote = MotionVote.objects.filter(pk=command.process_id).first()
    if vote is None:
        raise Missing
    motion = locked_motion(vote.motion_id)
    vote = MotionVote.objects.select_related("process__ballot", "amendment", "part").get(pk=vote.pk)
    vote.motion = motion
    if vote.amendment:
        vote.amendment.motion = motion
    if vote.part:
        vote.part.motion = motion
    return vote


@performs(
    SettleMotion,
    policy=may_settle_motion,
    says="settled “{question}”: {result}",
    finds=vote_with_motion,
)
def settle_motion(_actor: Actor, _command: SettleMotion, vote: MotionVote) -> Done[MotionVote]:
    if vote.state != MotionVote.State.OPEN:
        raise Conflict(_("This vote has taken effect already."))
    verdict = verdict_of(vote.process)
    if verdict is None:
        raise Conflict(_("This vote has no result: it is not counted, or it was cancelled."))
    vote.state, vote.settled_on = verdict, clock.today()
    vote.save(update_fields=["state", "settled_on"])
    apply(vote)
    return in_trail(vote.motion.process, vote, question=vote.process.title, result=str(verdict.label))
