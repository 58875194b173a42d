"""Put a motion, one of its parts or an amendment to the vote."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.commands.drawing_up import draw_up, draw_up_roll, draw_up_vote
from causeway.domains.assemblies.commands.finding_motions import locked_motion
from causeway.domains.assemblies.commands.settle_roll import settle
from causeway.domains.assemblies.dates import checked_vote
from causeway.domains.assemblies.models import Amendment, Ballot, Motion, MotionVote, Option, Part, Phase, Process
from causeway.domains.assemblies.motion_course import Question, why_not_now
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid, Missing

LONGEST_TITLE = 160


@dataclass(frozen=True, kw_only=True)
class PutToVote(Command[MotionVote]):
    """Set up a secret ballot on a motion, or on the part or amendment that is named, and settle its roll.

    It is a process of its own, a step of the motion's: objections, moving, cancelling and counting are as in any vote.
    """

    motion_id: UUID
    amendment_id: UUID | None = None
    part_number: int | None = None
    opens_at: datetime
    closes_at: datetime


@performs(
    PutToVote,
    policy=may_run_process,
    says="put “{question}” to the vote in “{process}”",
    finds=lambda command: locked_motion(command.motion_id),
)
def put_to_vote(_actor: Actor, command: PutToVote, motion: Motion) -> Done[MotionVote]:
    question = question_in(motion, amendment_id=command.amendment_id, part_number=command.part_number)
    why_not = why_not_now(question)
    if why_not:
        raise Conflict(why_not)
    checked_vote(command.opens_at, command.closes_at)
    _check_within(motion.process, command)
    process = _ballot_on(question, motion)
    draw_up_vote(process, opens_at=command.opens_at, closes_at=command.closes_at)
    settle(process.roll)
    vote = MotionVote.objects.create(
        process=process,
        motion=motion,
        amendment=question if isinstance(question, Amendment) else None,
        part=question if isinstance(question, Part) else None,
        put_on=clock.today(),
    )
    return in_trail(motion.process, vote, question=process.title)


def question_in(motion: Motion, *, amendment_id: UUID | None, part_number: int | None) -> Question:
    """What is voted on: the amendment or the part of this motion that is named, else the motion. Raises Missing."""
    if amendment_id is None and part_number is None:
        return motion
    found: Question | None
    if amendment_id:
        found = next((one for one in motion.amendments.all() if one.pk == amendment_id), None)
    else:
        found = next((one for one in motion.parts.all() if one.number == part_number), None)
    if found is None:
        raise Missing
    return found


def _check_within(process: Process, command: PutToVote) -> None:
    """Where the process says when votes are held, this one is held then. Raises Invalid."""
    timed = process.phases.filter(kind=Phase.Kind.VOTE).first()
    if timed and command.opens_at < timed.opens_at:
        raise Invalid(opens_at=_("Votes are held later here: see the phases of the process."))
    if timed and command.closes_at > timed.closes_at:
        raise Invalid(closes_at=_("Votes are over by then: see the phases of the process."))


def _ballot_on(question: Question, motion: Motion) -> Process:
    orders, whole = motion.process.orders, not isinstance(question, Amendment)
    name, words = words_for(question, motion)
    process = draw_up(
        body_of(motion.process),
        blueprint=Process.Blueprint.BALLOT,
        title=name[:LONGEST_TITLE],
        about="",
        why_here=motion.process.why_here,
        result_for=motion.process.result_for,
        part_of=motion.process,
    )
    draw_up_roll(process, body_of(process), section=orders.section)
    ballot = Ballot.objects.create(
        process=process,
        question=words,
        form=Ballot.Form.YES_NO,
        threshold=orders.threshold if whole else Ballot.Threshold.MAJORITY,
        quorum_percent=orders.quorum_percent if whole else 0,
    )
    names = (_("Yes"), _("No"), _("Abstain"))
    Option.objects.bulk_create(Option(ballot=ballot, place=place, name=name) for place, name in enumerate(names))
    return process


def words_for(question: Question, motion: Motion) -> tuple[str, str]:
    """The title of the vote, and the question on the paper."""
    named = {"title": motion.title}
    if isinstance(question, Amendment):
        named["n"] = str(question.number)
        return _("Amendment %(n)s: %(title)s") % named, _("Shall amendment %(n)s to “%(title)s” be carried?") % named
    if isinstance(question, Part):
        named["n"] = str(question.number)
        return _("Part %(n)s: %(title)s") % named, _("Shall part %(n)s of “%(title)s” be carried?") % named
    return _("Motion: %(title)s") % named, _("Shall the motion “%(title)s” be carried as it stands?") % named
