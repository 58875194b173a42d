"""Reads of opinion maps."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch
from django.urls import reverse

from causeway.domains.assemblies.bodies import body_of, owner
from causeway.domains.assemblies.conversation_course import is_over
from causeway.domains.assemblies.conversation_queries import conversation_at
from causeway.domains.assemblies.conversation_standing import sides_of, voice_of
from causeway.domains.assemblies.models import Conversation, OpinionMap, Phase, Process, Statement, StatementVote
from causeway.domains.assemblies.motion_queries import visible_motions
from causeway.domains.assemblies.opinion_shown import MapShown, map_shown
from causeway.domains.assemblies.queries import visible_processes
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing


@dataclass(frozen=True)
class Agenda:
    """Where a motion can be made of a statement now."""

    title: str
    address: str


@dataclass(frozen=True)
class MapPage:
    """A conversation with its map; ``shown`` is None before the first was drawn, and for whoever may not see it yet."""

    process: Process
    conversation: Conversation
    drawn: OpinionMap | None
    shown: MapShown | None
    may_see: bool
    agendas: list[Agenda]


def map_at(actor: Actor, slug: str) -> MapPage:
    """The map of the conversation at that address. Raises Missing where the actor sees no conversation."""
    conversation = conversation_at(actor, slug)
    rows = OpinionMap.objects.defer("marks", "archive").filter(conversation=conversation)
    drawn, may_see = rows.first(), sees_map(actor, conversation)
    there = drawn is not None and drawn.figures is not None and may_see
    return MapPage(
        process=conversation.process,
        conversation=conversation,
        drawn=drawn,
        shown=map_shown(drawn, statements_in(actor, conversation)) if there and drawn else None,
        may_see=may_see,
        agendas=agendas_for(actor, conversation.process),
    )


def sees_map(actor: Actor, conversation: Conversation) -> bool:
    """Whether the map is for the actor: while the conversation goes on for whoever has voted, so that nobody votes by
    it, and for those who look after it; afterwards for everybody who sees the conversation.
    """
    if is_over(conversation) or sides_of(actor, conversation.process):
        return True
    voice = voice_of(actor, conversation)
    return voice is not None and StatementVote.objects.filter(voice=voice).exists()


def publishes_votes(conversation: Conversation) -> bool:
    """Whether its votes will be, or are, published under random numbers: said wherever somebody begins to vote."""
    return OpinionMap.objects.filter(conversation=conversation, publishes_votes=True).exists()


def file_at(actor: Actor, slug: str) -> OpinionMap:
    """The map, for its files. Raises Missing where there is none, or not for the actor."""
    found = map_at(actor, slug)
    if found.drawn is None or found.shown is None:
        raise Missing
    return found.drawn


def statements_in(actor: Actor, conversation: Conversation) -> list[Statement]:
    """The statements that are in the conversation, by their numbers; each with the motions that grew out of it, as far
    as the actor sees them (``motions_seen``).
    """
    rows = Statement.objects.filter(conversation=conversation, state=Statement.State.IN)
    grown = visible_motions(actor).select_related("process")
    return list(rows.prefetch_related(Prefetch("motions", grown, to_attr="motions_seen")))


def agendas_for(actor: Actor, process: Process) -> list[Agenda]:
    """What the same body decides where motions are taken now, as far as the actor sees it."""
    now = clock.now()
    taking = Phase.objects.filter(kind=Phase.Kind.PROPOSE, opens_at__lte=now, closes_at__gt=now).values("process")
    rows = visible_processes(actor).filter(**owner(body_of(process)), pk__in=taking, cancelled_on=None)
    with_motions = rows.exclude(blueprint=Process.Blueprint.NAME)
    return [Agenda(one.title, reverse("assemblies:move_motion", kwargs={"slug": one.slug})) for one in with_motions]
