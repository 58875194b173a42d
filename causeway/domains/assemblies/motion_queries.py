"""Reads of motions: each takes an actor, and returns only what that actor may see."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from causeway.domains.alliances.models import Alliance, Meeting, Organisation
from causeway.domains.assemblies.bodies import FIELDS, Body, body_of, owner
from causeway.domains.assemblies.differences import Beside, side_by_side
from causeway.domains.assemblies.floor_standing import AFTER, BEFORE, meets_now
from causeway.domains.assemblies.models import (
    Amendment,
    CompositeSource,
    Motion,
    MotionText,
    MotionVote,
    Part,
    Process,
    Seconding,
    Statement,
)
from causeway.domains.assemblies.queries import visible_processes
from causeway.domains.assemblies.wordings import Paragraphs, from_rows
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing


def visible_motions(actor: Actor) -> QuerySet[Motion]:
    """The motions of the processes that the actor sees."""
    return Motion.objects.filter(process__in=visible_processes(actor))


def whole_motions(rows: QuerySet[Motion]) -> QuerySet[Motion]:
    """With all that a page of motions asks for, in a fixed number of queries."""
    votes = MotionVote.objects.select_related("process__floor_vote")
    secondings = Seconding.objects.select_related("seconded_for", "person")
    amendments = Amendment.objects.select_related("moved_for", "mover").prefetch_related(
        Prefetch("votes", votes), Prefetch("secondings", secondings)
    )
    return rows.select_related("process__orders", *(f"process__{field}" for field in FIELDS)).prefetch_related(
        "process__phases",
        "texts",
        Prefetch("sources", CompositeSource.objects.select_related("motion")),
        Prefetch("votes", votes),
        Prefetch("secondings", secondings),
        Prefetch("amendments", amendments),
        Prefetch("parts", Part.objects.prefetch_related(Prefetch("votes", votes))),
    )


def motion_at(actor: Actor, slug: str, motion_id: UUID) -> Motion:
    """The motion at that address, whole. Raises Missing where the actor sees none."""
    rows = whole_motions(visible_motions(actor)).select_related(
        "mover", "moved_for", "statement__conversation__process"
    )
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


def versions_of(motion: Motion) -> list[tuple[MotionText, list[Beside]]]:
    """Each version of the text after the first: what made it, and what it changed."""
    return [
        (new, side_by_side(from_rows(old.paragraphs), from_rows(new.paragraphs)))
        for old, new in pairwise(motion.texts.all())
    ]


def first_text_of(motion: Motion) -> Paragraphs:
    """The text as it was moved."""
    return from_rows(motion.texts.all()[0].paragraphs)


def motions_to_merge(process: Process) -> list[Motion]:
    """The motions of a process that could go into a composite."""
    return list(Motion.objects.filter(process=process, state=Motion.State.MOVED))


def meetings_now(process: Process) -> list[Meeting]:
    """The meetings of the body at which it can be asked now; campaigns and services hold none here."""
    body = body_of(process)
    if not isinstance(body, Alliance | Organisation):
        return []
    near = Meeting.objects.filter(**owner(body), cancelled_at=None, starts_at__lte=clock.now() + BEFORE)
    return [one for one in near.filter(ends_at__gte=clock.now() - AFTER).order_by("starts_at") if meets_now(one)]


def motion_of_position(actor: Actor, slug: str, position_id: int) -> Motion:
    """The motion on which that position was taken. Raises Missing."""
    found = visible_motions(actor).filter(process__slug=slug, positions=position_id).select_related("process").first()
    if found is None:
        raise Missing
    return found


def identifier(text: str) -> UUID | None:
    """An identifier out of an address; None where there is none. Raises Missing where it cannot be one."""
    try:
        return UUID(text) if text else None
    except ValueError:
        raise Missing from None


def statement_for(actor: Actor, text: str) -> Statement | None:
    """The statement of a conversation that an address names, where the actor sees it. Raises Missing."""
    statement_id = identifier(text)
    if statement_id is None:
        return None
    seen = Statement.objects.filter(state=Statement.State.IN, conversation__process__in=visible_processes(actor))
    found = seen.select_related("conversation__process").filter(pk=statement_id).first()
    if found is None:
        raise Missing
    return found


def campaigns_for_demands(actor: Actor, body: Body) -> list[Campaign]:
    """The campaigns of which a carried text of this body can become a demand."""
    if isinstance(body, Campaign):
        return [body]
    if not isinstance(body, Alliance):
        return []
    return list(visible_campaigns(actor).filter(alliance=body).exclude(stage=Campaign.Stage.CLOSED).order_by("name"))
