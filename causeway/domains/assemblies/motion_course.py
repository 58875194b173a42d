"""Where motions and amendments stand, and what can be put to the vote next. The rule of order is here, and only here.

1. Amendments are voted on before the motion, in the order of the paragraphs and then of their numbers.
2. Amendments that reword or strike out the same paragraph exclude each other: the later one waits for the earlier one,
   and falls if that is carried. So no two votes that exclude each other are ever open at once.
3. Then the parts, where the motion was divided; those that are lost are struck out.
4. Then the motion as it stands.
5. What has too few seconders when the time to second is over has fallen, and is not voted on.
"""

from __future__ import annotations

from enum import Enum

from django.utils.translation import gettext as _

from causeway.domains.assemblies.course import is_open, phase_of
from causeway.domains.assemblies.floor_standing import was_recorded
from causeway.domains.assemblies.models import (
    Amendment,
    FloorVote,
    Motion,
    MotionText,
    MotionVote,
    Part,
    Phase,
    Process,
)
from causeway.domains.assemblies.motion_standing import Proposal, is_seconded
from causeway.domains.assemblies.wordings import Paragraphs, excludes, from_rows, in_order
from causeway.kernel import clock

OPENING = (Phase.Kind.PROPOSE, Phase.Kind.SECOND, Phase.Kind.AMEND)


class Standing(Enum):
    """Where a motion or an amendment stands."""

    SECONDING = "waits for seconders"
    ON_AGENDA = "on the agenda"
    VOTING = "is voted on"
    NOT_SECONDED = "had too few seconders"
    PROPOSED = "waits for the movers"
    MERGED = "in a composite"
    WITHDRAWN = "withdrawn"
    CARRIED = "carried"
    LOST = "lost"
    FELL = "fell"


Question = Motion | Amendment | Part
"""What is put to the vote."""


def text_of(motion: Motion) -> MotionText:
    """The version that stands."""
    return list(motion.texts.all())[-1]


def paragraphs_of(motion: Motion) -> Paragraphs:
    """The paragraphs of the text that stands."""
    return from_rows(text_of(motion).paragraphs)


def is_over(process: Process, kind: Phase.Kind) -> bool:
    """Whether the process has no such phase, or had it."""
    return all(phase.closes_at <= clock.now() for phase in process.phases.all() if phase.kind == kind)


def standing_of(proposal: Proposal) -> Standing:
    """Where it stands. Reads its secondings and votes, and the phases; prefetch them for many."""
    if proposal.state == Motion.State.PROPOSED and is_over(proposal.process, Phase.Kind.AMEND):
        return Standing.FELL
    if proposal.state != type(proposal).State.MOVED:
        return Standing[proposal.state.upper()]
    if open_vote(proposal):
        return Standing.VOTING
    if is_seconded(proposal):
        return Standing.ON_AGENDA
    return Standing.NOT_SECONDED if is_over(proposal.process, Phase.Kind.SECOND) else Standing.SECONDING


def votes_on(question: Question) -> list[MotionVote]:
    """The votes on this very question: a motion's own, without those on its amendments and parts."""
    votes = list(question.votes.all())
    if not isinstance(question, Motion):
        return votes
    return [vote for vote in votes if not vote.amendment_id and not vote.part_id]


def open_vote(question: Question) -> MotionVote | None:
    """The vote on it that is neither settled nor cancelled."""
    running = (vote for vote in votes_on(question) if vote.state == MotionVote.State.OPEN)
    return next((vote for vote in running if vote.process.cancelled_on is None and not _lapsed(vote.process)), None)


def _lapsed(process: Process) -> bool:
    """Whether a meeting was asked, and no count was recorded while the question was open."""
    return is_by_hands(process) and not is_open(process, Phase.Kind.VOTE) and not was_recorded(process)


def waiting_amendments(motion: Motion) -> list[Amendment]:
    """The amendments that are still to be settled, in the order in which they are voted on."""
    waiting = {Standing.SECONDING, Standing.ON_AGENDA, Standing.VOTING}
    return [one for one in in_order(motion.amendments.all()) if standing_of(one) in waiting]


def why_not_now(question: Question) -> str:
    """Why this cannot be put to the vote now; "" where it can."""
    motion = question if isinstance(question, Motion) else question.motion
    if motion.process.cancelled_on:
        return _("This was cancelled.")
    if standing_of(motion) not in {Standing.ON_AGENDA, Standing.VOTING}:
        return _("This motion is not on the agenda: it is not seconded, or it is settled.")
    if not all(is_over(motion.process, kind) for kind in OPENING):
        return _("Motions can still be moved, seconded or amended. Votes begin when that time is over.")
    if not _in_time_to_vote(motion.process):
        return _("The time to vote is over, or has not begun.")
    if open_vote(question):
        return _("This is being voted on already.")
    return _why_out_of_order(question, motion)


def _in_time_to_vote(process: Process) -> bool:
    """A process by hand may say when votes are held; elsewhere they follow when the rest is over."""
    timed = any(phase.kind == Phase.Kind.VOTE for phase in process.phases.all())
    return not timed or is_open(process, Phase.Kind.VOTE) or phase_of(process, Phase.Kind.VOTE).opens_at > clock.now()


def _why_out_of_order(question: Question, motion: Motion) -> str:
    waiting = waiting_amendments(motion)
    if isinstance(question, Amendment):
        if question not in waiting:
            return _("This amendment is settled, or was not seconded.")
        earlier = next((one for one in waiting[: waiting.index(question)] if excludes(one, question)), None)
        said = _("Amendment %(number)s touches the same paragraph and comes first.")
        return said % {"number": earlier.number} if earlier else ""
    if waiting:
        return _("Amendments come first: number %(number)s is not settled.") % {"number": waiting[0].number}
    if isinstance(question, Part):
        return "" if question.state == Part.State.OPEN else _("This part is settled.")
    part = next((one for one in motion.parts.all() if one.state == Part.State.OPEN), None)
    return _("Its parts come first: part %(number)s is not settled.") % {"number": part.number} if part else ""


def is_by_hands(process: Process) -> bool:
    """Whether the vote is a show of hands in a meeting."""
    return hasattr(process, "floor_vote") and process.floor_vote.way == FloorVote.Way.HANDS


def why_not_divided(motion: Motion) -> str:
    """Why this motion cannot be divided, or divided in another way, now; "" where it can."""
    if standing_of(motion) is not Standing.ON_AGENDA or not all(is_over(motion.process, kind) for kind in OPENING):
        return _(
            "A motion is divided once nothing can be moved, seconded or amended any more, and before it is voted on."
        )
    waiting = waiting_amendments(motion)
    if waiting:
        return _("Amendments come first: number %(number)s is not settled.") % {"number": waiting[0].number}
    if any(votes_on(part) for part in motion.parts.all()):
        return _("A part was put to the vote. The motion stays divided as it is.")
    return ""


def why_out_of_order(amendment: Amendment) -> str:
    """Which amendment this one waits for; "" where it waits for none, or it is not the time to vote."""
    process = amendment.motion.process
    waits = standing_of(amendment) is Standing.ON_AGENDA and all(is_over(process, kind) for kind in OPENING)
    return _why_out_of_order(amendment, amendment.motion) if waits else ""


def next_questions(motion: Motion) -> list[Question]:
    """What can be put to the vote now, in order."""
    questions: list[Question] = [*in_order(motion.amendments.all()), *motion.parts.all(), motion]
    return [one for one in questions if not why_not_now(one)]
