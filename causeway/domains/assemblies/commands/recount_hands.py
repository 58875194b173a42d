"""Have hands counted again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.floor_policies import may_run_question
from causeway.domains.assemblies.floor_standing import closes_by, meets_now, open_question
from causeway.domains.assemblies.hands import last_round
from causeway.domains.assemblies.models import FloorVote, MotionVote, Phase, Round
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class RecountHands(Command[Round]):
    """Begin a further round, with the reason for it: somebody asked for one, or a number was wrong.

    The result of the last recorded round stands until the new one is recorded; all of them stay to be read.
    """

    process_id: UUID
    reason: str


@performs(
    RecountHands,
    policy=may_run_question,
    says="had the hands on “{process}” counted again",
    finds=locked(FloorVote, "process_id"),
)
def recount_hands(_actor: Actor, command: RecountHands, vote: FloorVote) -> Done[Round]:
    if vote.way != FloorVote.Way.HANDS or vote.process.cancelled_on:
        raise Conflict(_("There are no hands to count again."))
    if not meets_now(vote.floor.meeting):
        raise Conflict(_("The meeting is long over: nobody can raise hands again. Put the question to the next one."))
    if MotionVote.objects.filter(process=vote.process).exclude(state=MotionVote.State.OPEN).exists():
        raise Conflict(_("This result was declared, and has taken effect on a motion. It stands."))
    if open_question(vote.floor) not in {None, vote}:
        raise Conflict(_("Another question is open. Count it, close it or withdraw it first."))
    before = last_round(vote)
    reason = some_text(command.reason, "reason", longest=300)
    round_ = Round.objects.create(vote=vote, number=before.number + 1, reason=reason)
    Phase.objects.filter(process=vote.process, kind=Phase.Kind.VOTE).update(closes_at=closes_by(vote.way))
    return in_trail(vote.process, round_)
