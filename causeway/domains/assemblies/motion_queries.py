"""Reads of motions and adopted texts: each takes an actor, and returns only what that actor may see."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from uuid import UUID

from django.core.paginator import Page
from django.db.models import Prefetch, Q, QuerySet

from causeway.domains.alliances.models import Organisation
from causeway.domains.alliances.standing import officer_of
from causeway.domains.assemblies.bodies import FIELDS, Body, of_bodies_of, owner
from causeway.domains.assemblies.differences import Beside, side_by_side
from causeway.domains.assemblies.models import (
    AdoptedText,
    Amendment,
    CompositeSource,
    Motion,
    MotionText,
    MotionVote,
    Part,
    Position,
    Process,
    Seconding,
    StandingOrders,
    TextEndorsement,
)
from causeway.domains.assemblies.motion_course import (
    Question,
    Standing,
    next_questions,
    open_vote,
    paragraphs_of,
    standing_of,
    votes_on,
)
from causeway.domains.assemblies.motion_standing import Proposal, moved_by, speaks_for_in
from causeway.domains.assemblies.queries import visible_processes
from causeway.domains.assemblies.standing import belongs
from causeway.domains.assemblies.wordings import Paragraphs, amended, from_rows, in_order
from causeway.kernel.actors import Actor, Member
from causeway.kernel.errors import Conflict, Missing
from causeway.kernel.paging import Paginator

A_PAGE = 20
WITH_BODY = tuple(f"motion__process__{field}" for field in FIELDS)


def visible_motions(actor: Actor) -> QuerySet[Motion]:
    """The motions of the processes that the actor sees."""
    return Motion.objects.filter(process__in=visible_processes(actor))


def visible_texts(actor: Actor) -> QuerySet[AdoptedText]:
    """Open letters and what was decided for everybody; and what the actor's own bodies adopted."""
    public = Q(kind=StandingOrders.Becomes.LETTER) | Q(open_to=Process.Audience.EVERYBODY)
    if not isinstance(actor, Member):
        return AdoptedText.objects.filter(public)
    mine = Process.objects.filter(of_bodies_of(actor)).values("pk")
    return AdoptedText.objects.filter(public | Q(motion__process__in=mine))


def whole_motions(rows: QuerySet[Motion]) -> QuerySet[Motion]:
    """With all that a page of motions asks for, in a fixed number of queries."""
    votes = MotionVote.objects.select_related("process")
    secondings = Seconding.objects.select_related("seconded_for", "person")
    amendments = Amendment.objects.select_related("moved_for", "mover").prefetch_related(
        Prefetch("votes", votes), Prefetch("secondings", secondings)
    )
    return rows.select_related("process__orders", *(f"process__{field}" for field in FIELDS)).prefetch_related(
        "process__phases",
        "texts",
        Prefetch("votes", votes),
        Prefetch("secondings", secondings),
        Prefetch("amendments", amendments),
        Prefetch("parts", Part.objects.prefetch_related(Prefetch("votes", votes))),
    )


def motion_at(actor: Actor, slug: str, motion_id: UUID) -> Motion:
    """The motion at that address, whole. Raises Missing where the actor sees none."""
    rows = whole_motions(visible_motions(actor)).select_related("mover", "moved_for")
    found = rows.filter(pk=motion_id, process__slug=slug).first()
    if found is None:
        raise Missing
    return found


def amendment_at(actor: Actor, slug: str, amendment_id: UUID) -> Amendment:
    """The amendment at that address. Raises Missing where the actor sees none."""
    rows = Amendment.objects.filter(pk=amendment_id, motion__process__slug=slug)
    found = rows.filter(motion__in=visible_motions(actor)).select_related("motion__process__orders").first()
    if found is None:
        raise Missing
    return found


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
class AmendmentShown:
    """An amendment on the page of its motion, side by side with the text that it would change."""

    amendment: Amendment
    standing: str
    mover: str
    seconders: list[str]
    differences: list[Beside]
    votes: list[MotionVote]
    mine: bool


@dataclass(frozen=True)
class MotionShown:
    """What the page of a motion shows to one actor."""

    motion: Motion
    standing: str
    mover: str
    seconders: list[str]
    paragraphs: Paragraphs
    amendments: list[AmendmentShown]
    parts: list[tuple[Part, MotionVote | None]]
    votes: list[MotionVote]
    positions: list[Position]
    adopted: AdoptedText | None
    sources: list[CompositeSource]
    composites: list[CompositeSource]
    next: list[Question]
    mine: bool
    speaks_for: list[Organisation]
    counts: dict[str, int] = field(default_factory=dict)


def motion_shown(actor: Actor, motion: Motion) -> MotionShown:
    """The page of a motion."""
    positions = list(motion.positions.select_related("organisation"))
    return MotionShown(
        motion=motion,
        standing=standing_of(motion).name.lower(),
        mover=mover_of(actor, motion),
        seconders=seconders_of(actor, motion),
        paragraphs=paragraphs_of(motion),
        amendments=[amendment_shown(actor, one) for one in in_order(motion.amendments.all())],
        parts=[(part, next(iter(reversed(votes_on(part))), None)) for part in motion.parts.all()],
        votes=votes_on(motion),
        positions=positions,
        adopted=AdoptedText.objects.filter(motion=motion).first(),
        sources=list(motion.sources.select_related("motion__process", "motion__moved_for")),
        composites=list(motion.composites.select_related("composite__process")),
        next=next_questions(motion),
        mine=moved_by(actor, motion),
        speaks_for=speaks_for_in(actor, motion.process),
        counts={str(stance): sum(one.stance == stance for one in positions) for stance in Position.Stance.values},
    )


def amendment_shown(actor: Actor, amendment: Amendment) -> AmendmentShown:
    """An amendment, with what it changes in the text that it was moved to."""
    return AmendmentShown(
        amendment=amendment,
        standing=standing_of(amendment).name.lower(),
        mover=mover_of(actor, amendment),
        seconders=seconders_of(actor, amendment),
        differences=differences_of(amendment),
        votes=votes_on(amendment),
        mine=moved_by(actor, amendment),
    )


def differences_of(amendment: Amendment) -> list[Beside]:
    """The paragraph that an amendment touches, before and after, in the text as it was moved."""
    first = from_rows(amendment.motion.texts.all()[0].paragraphs)
    try:
        then = amended(first, action=amendment.action, number=amendment.paragraph, words=amendment.text)
    except Conflict:
        return []
    return [row for row in side_by_side(first, then) if row.changed]


def versions_of(motion: Motion) -> list[tuple[MotionText, list[Beside]]]:
    """Each version of the text after the first: what made it, and what it changed."""
    return [
        (new, side_by_side(from_rows(old.paragraphs), from_rows(new.paragraphs)))
        for old, new in pairwise(motion.texts.all())
    ]


def open_vote_on(question: Question) -> MotionVote | None:
    """The vote that runs on it."""
    return open_vote(question)


def text_at(actor: Actor, slug: str) -> AdoptedText:
    """The adopted text at that address. Raises Missing where the actor sees none."""
    rows = visible_texts(actor).select_related(*WITH_BODY, "campaign", "demand")
    found = rows.filter(slug=slug).first()
    if found is None:
        raise Missing
    return found


def texts_page(actor: Actor, body: Body, number: str, *, kind: str = "", words: str = "") -> Page[AdoptedText]:
    """What this body adopted, the newest first, as far as the actor sees it."""
    rows = visible_texts(actor).filter(motion__process__in=Process.objects.filter(**owner(body)).values("pk"))
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(Q(title__icontains=words) | Q(text__icontains=words)) if words else rows
    return Paginator(rows, A_PAGE).get_page(number)


def endorsements_of(text: AdoptedText) -> list[TextEndorsement]:
    """The organisations that stand behind the letter today, the first to endorse first."""
    return list(text.endorsements.filter(withdrawn_on=None).select_related("organisation"))


def could_endorse(actor: Actor, text: AdoptedText) -> list[Organisation]:
    """The actor's organisations that have not endorsed the letter."""
    if text.kind != StandingOrders.Becomes.LETTER or text.ended_on:
        return []
    there = {row.organisation_id for row in endorsements_of(text)}
    return [one for one in officer_of(actor) if one.pk not in there]


def is_settled(standing: str) -> bool:
    """Whether nothing more happens to a motion that stands so."""
    return Standing[standing.upper()] not in {Standing.SECONDING, Standing.ON_AGENDA, Standing.VOTING}
