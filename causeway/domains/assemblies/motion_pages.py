"""What the pages of motions show to one actor."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch

from causeway.domains.alliances.models import Organisation
from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.course import is_open
from causeway.domains.assemblies.differences import Beside, side_by_side
from causeway.domains.assemblies.levels import level_sentence
from causeway.domains.assemblies.models import (
    AdoptedText,
    Amendment,
    CompositeSource,
    Motion,
    MotionVote,
    Part,
    Phase,
    Position,
    Process,
)
from causeway.domains.assemblies.motion_course import (
    Question,
    Standing,
    next_questions,
    paragraphs_of,
    standing_of,
    votes_on,
    why_not_divided,
    why_out_of_order,
)
from causeway.domains.assemblies.motion_policies import may_answer_composite
from causeway.domains.assemblies.motion_queries import first_text_of, whole_motions
from causeway.domains.assemblies.motion_standing import (
    Proposal,
    floor_of,
    has_floor,
    is_own,
    moved_by,
    organisations_move,
    speaks_for_in,
)
from causeway.domains.assemblies.standing import belongs, runs
from causeway.domains.assemblies.wordings import Paragraphs, amended, in_order
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.errors import Conflict

UNSETTLED = {Standing.SECONDING, Standing.ON_AGENDA}


@dataclass(frozen=True)
class MotionListed:
    """A motion in the list of its process."""

    motion: Motion
    standing: str
    amendments: int
    mover: str


def motions_in(actor: Actor, process: Process) -> list[MotionListed]:
    """The motions of a process in the order of the agenda."""
    rows = whole_motions(Motion.objects.filter(process=process)).select_related("mover", "moved_for")
    return [
        MotionListed(motion, standing_of(motion).name.lower(), len(motion.amendments.all()), mover_of(actor, motion))
        for motion in rows
    ]


def mover_of(actor: Actor, proposal: Proposal) -> str:
    """Who moved it. A person's own name is for those who belong only; "" stands for somebody who belongs."""
    if proposal.moved_for is not None:
        return proposal.moved_for.name
    return proposal.mover.display_name if proposal.mover and belongs(actor, proposal.process) else ""


def seconders_of(actor: Actor, proposal: Proposal) -> list[str]:
    """Who seconds it, by the same rule: "" stands for somebody who belongs."""
    inside = belongs(actor, proposal.process)
    return [
        row.seconded_for.name if row.seconded_for else row.person.display_name if row.person and inside else ""
        for row in proposal.secondings.all()
    ]


@dataclass(frozen=True)
class OnAgenda:
    """A motion as the printed agenda has it: its text, and the amendments in the order in which they are voted on."""

    motion: Motion
    standing: str
    mover: str
    paragraphs: Paragraphs
    amendments: list[AmendmentShown]
    positions: list[Position]
    sources: list[CompositeSource]


def agenda_of(actor: Actor, process: Process) -> list[OnAgenda]:
    """The motions of a process in the order of the agenda, without those that were withdrawn or merged."""
    rows = whole_motions(Motion.objects.filter(process=process)).select_related("mover", "moved_for")
    rows = rows.prefetch_related(Prefetch("positions", Position.objects.select_related("organisation")))
    left_out = {Motion.State.WITHDRAWN, Motion.State.MERGED, Motion.State.PROPOSED}
    return [_on_agenda(actor, motion) for motion in rows if motion.state not in left_out]


def _on_agenda(actor: Actor, motion: Motion) -> OnAgenda:
    amendments = [one for one in in_order(motion.amendments.all()) if one.state != Amendment.State.WITHDRAWN]
    return OnAgenda(
        motion=motion,
        standing=standing_of(motion).name.lower(),
        mover=mover_of(actor, motion),
        paragraphs=paragraphs_of(motion),
        amendments=[amendment_shown(actor, one, may_be_put=False) for one in amendments],
        positions=list(motion.positions.all()),
        sources=list(motion.sources.all()),
    )


@dataclass(frozen=True)
class AmendmentShown:
    """An amendment on the page of its motion, side by side with the text that it would change."""

    amendment: Amendment
    standing: str
    mover: str
    seconders: list[str]
    differences: list[Beside]
    votes: list[MotionVote]
    may_second: bool
    may_withdraw: bool
    may_be_put: bool
    waits: str
    """Why it cannot be put to the vote yet, where nothing else stands in the way but the order."""


@dataclass(frozen=True)
class PartShown:
    """A part of a divided motion, and its votes."""

    part: Part
    votes: list[MotionVote]
    may_be_put: bool


@dataclass(frozen=True)
class SourceShown:
    """A motion that goes into a composite; whether the actor is its mover, and is asked."""

    source: CompositeSource
    may_answer: bool


@dataclass(frozen=True)
class MotionShown:
    """What the page of a motion shows to one actor."""

    motion: Motion
    standing: str
    mover: str
    seconders: list[str]
    paragraphs: Paragraphs
    amendments: list[AmendmentShown]
    parts: list[PartShown]
    votes: list[MotionVote]
    positions: list[Position]
    adopted: AdoptedText | None
    sources: list[SourceShown]
    composites: list[CompositeSource]
    next: list[Question]
    """What can be put to the vote now; empty for whoever does not run the process."""
    mine: bool
    may_second: bool
    may_amend: bool
    may_withdraw: bool
    speaks_for: list[Organisation]
    may_divide: bool
    runs: bool
    level: str


def motion_shown(actor: Actor, motion: Motion) -> MotionShown:
    """The page of a motion."""
    mine, runs_it = moved_by(actor, motion), runs(actor, motion.process)
    questions = next_questions(motion) if runs_it else []
    return MotionShown(
        motion=motion,
        standing=standing_of(motion).name.lower(),
        mover=mover_of(actor, motion),
        seconders=seconders_of(actor, motion),
        paragraphs=paragraphs_of(motion),
        amendments=[
            amendment_shown(actor, one, may_be_put=one in questions) for one in in_order(motion.amendments.all())
        ],
        parts=[PartShown(part, votes_on(part), may_be_put=part in questions) for part in motion.parts.all()],
        votes=votes_on(motion),
        positions=list(motion.positions.select_related("organisation")),
        adopted=AdoptedText.objects.filter(motion=motion).first(),
        sources=[
            SourceShown(source, may_answer=source.agreed_on is None and bool(may_answer_composite(actor, source)))
            for source in motion.sources.select_related("motion__process", "motion__moved_for")
        ],
        composites=list(motion.composites.select_related("composite__process")),
        next=questions,
        mine=mine,
        may_second=_could_second(actor, motion),
        may_amend=has_the_floor(actor, motion.process, Phase.Kind.AMEND) and standing_of(motion) in UNSETTLED,
        may_withdraw=mine and _could_withdraw(motion),
        speaks_for=speaks_for_in(actor, motion.process),
        may_divide=runs_it and len(paragraphs_of(motion)) > 1 and not why_not_divided(motion),
        runs=runs_it,
        level=level_sentence(body_of(motion.process)),
    )


def amendment_shown(actor: Actor, amendment: Amendment, *, may_be_put: bool) -> AmendmentShown:
    """An amendment, with what it changes in the text that it was moved to."""
    return AmendmentShown(
        amendment=amendment,
        standing=standing_of(amendment).name.lower(),
        mover=mover_of(actor, amendment),
        seconders=seconders_of(actor, amendment),
        differences=differences_of(amendment),
        votes=votes_on(amendment),
        may_second=_could_second(actor, amendment),
        may_withdraw=moved_by(actor, amendment) and _could_withdraw(amendment),
        may_be_put=may_be_put,
        waits=why_out_of_order(amendment),
    )


def has_the_floor(actor: Actor, process: Process, kind: Phase.Kind) -> bool:
    """Whether the phase is open, and the actor may do in it what it allows."""
    organisations = floor_of(actor, process)
    return is_open(process, kind) and has_floor(actor, process, next(iter(organisations), None))


def _could_second(actor: Actor, proposal: Proposal) -> bool:
    if standing_of(proposal) not in UNSETTLED or not has_the_floor(actor, proposal.process, Phase.Kind.SECOND):
        return False
    rows = proposal.secondings.all()
    taken = {row.seconded_for for row in rows}
    if person_of(actor) in {row.person_id for row in rows}:
        return False
    others = [one for one in floor_of(actor, proposal.process) if one != proposal.moved_for and one not in taken]
    return not is_own(actor, proposal, None) and (bool(others) or not organisations_move(proposal.process))


def _could_withdraw(proposal: Proposal) -> bool:
    return not votes_on(proposal) and standing_of(proposal) in {*UNSETTLED, Standing.NOT_SECONDED}


def differences_of(amendment: Amendment) -> list[Beside]:
    """The paragraph that an amendment touches, before and after, in the text as it was moved."""
    first = first_text_of(amendment.motion)
    try:
        then = amended(first, action=amendment.action, number=amendment.paragraph, words=amendment.text)
    except Conflict:
        return []
    return [row for row in side_by_side(first, then) if row.changed]


@dataclass(frozen=True)
class QuestionShown:
    """What a vote on a motion is about: the words that would change, or the paragraphs that are voted on."""

    differences: list[Beside]
    paragraphs: Paragraphs


def question_shown(vote: MotionVote, motion: Motion) -> QuestionShown:
    """What is voted on, for the page of the vote: word by word."""
    if vote.amendment_id:
        amendment = next(one for one in motion.amendments.all() if one.pk == vote.amendment_id)
        return QuestionShown(differences_of(amendment), ())
    standing = tuple(one for one in paragraphs_of(motion) if one.words)
    if vote.part:
        return QuestionShown([], tuple(one for one in standing if one.number in vote.part.paragraphs))
    return QuestionShown([], standing)
