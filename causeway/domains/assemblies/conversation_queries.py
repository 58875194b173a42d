"""Reads of conversations: each takes an actor, and returns only what that actor may see."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.core.paginator import Page

from causeway.domains.assemblies.asking import Asked
from causeway.domains.assemblies.bodies import FIELDS, Body, body_of
from causeway.domains.assemblies.conversation_course import deliberation_of, is_going_on, is_over, takes_statements
from causeway.domains.assemblies.conversation_reading import statements_before
from causeway.domains.assemblies.conversation_standing import (
    may_have_a_voice,
    sides_of,
    voice_of,
)
from causeway.domains.assemblies.models import (
    Conversation,
    Motion,
    Phase,
    Process,
    Statement,
    StatementVote,
    Voice,
)
from causeway.domains.assemblies.opinion_totals import Totals, from_json
from causeway.domains.assemblies.queries import visible_processes
from causeway.domains.assemblies.standing import SHOWN_FROM, runs
from causeway.domains.assemblies.statement_motions import motions_from
from causeway.kernel.actors import Actor, Bearer
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

STATEMENTS_A_PAGE = 50


def conversation_at(actor: Actor, slug: str) -> Conversation:
    """The conversation of the process at that address. Raises Missing where the actor sees none."""
    rows = Conversation.objects.filter(process__slug=slug)
    whole = rows.select_related(*(f"process__{field}" for field in FIELDS), "process__part_of")
    found = whole.prefetch_related("process__phases").first()
    if found is None:
        raise Missing
    if voice_of(actor, found) is None and not visible_processes(actor).filter(pk=found.pk).exists():
        raise Missing
    return found


def came_with_a_code(actor: Actor, conversation: Conversation) -> bool:
    """Whether the actor has come by a code, and sees nothing of the body but this conversation."""
    if not isinstance(actor, Bearer):
        return False
    return not visible_processes(actor).filter(pk=conversation.pk).exists()


@dataclass(frozen=True)
class ConversationShown:
    """What every page of a conversation shows to one actor. How many take part is told from ten up."""

    conversation: Conversation
    process: Process
    body: Body
    phase: Phase
    is_open: bool
    is_over: bool
    takes_statements: bool
    voice: Voice | None
    may_join: bool
    voices: int | None
    statements: int
    seen: int
    runs: bool
    looks_after: bool
    waiting: int

    @property
    def left(self) -> int:
        return self.statements - self.seen

    @property
    def sees_totals(self) -> bool:
        """Totals are for whoever has voted, so that nobody votes by them; and for everybody once it is over."""
        return self.is_over or self.seen > 0


def conversation_shown(actor: Actor, conversation: Conversation) -> ConversationShown:
    """The conversation, and where the actor stands in it."""
    process, voice = conversation.process, voice_of(actor, conversation)
    phase = deliberation_of(process)
    assert phase is not None  # noqa: S101 - a conversation is opened only where there is one
    open_now, cares = is_going_on(conversation), bool(sides_of(actor, process))
    asked = statements_before(voice.pk if voice else None, conversation.pk)
    return ConversationShown(
        conversation=conversation,
        process=process,
        body=body_of(process),
        phase=phase,
        is_open=open_now,
        is_over=is_over(conversation),
        takes_statements=takes_statements(conversation),
        voice=voice,
        may_join=voice is None and open_now and may_have_a_voice(actor, conversation),
        voices=voices_in(conversation),
        statements=len(asked),
        seen=sum(one.value is not None for one in asked),
        runs=runs(actor, process),
        looks_after=cares,
        waiting=conversation.statements.filter(state=Statement.State.WAITING).count() if cares else 0,
    )


def voices_in(conversation: Conversation) -> int | None:
    """How many have voted on something; None below ten."""
    voted = Voice.objects.filter(conversation=conversation, pk__in=StatementVote.objects.values("voice")).count()
    return voted if voted >= SHOWN_FROM else None


@dataclass(frozen=True)
class StatementShown:
    """A statement in the list: what the actor thinks of it, and the total, where it can be shown."""

    asked: Asked
    seeded: bool
    totals: Totals | None
    hidden: str
    """Why there is no total: "few" votes, or "unseen" by the actor; "" where there is one."""
    motions: list[Motion] = field(default_factory=list)
    """The motions that grew out of it."""


def statements_page(
    actor: Actor, conversation: Conversation, number: str, *, search: str = "", by: str = ""
) -> Page[StatementShown]:
    """The statements that are in the conversation, by their number, or those on which most agree or disagree first."""
    rows = [row for row in statements_shown(actor, conversation) if search.casefold() in row.asked.text.casefold()]
    if by in {"agreed", "disagreed"}:
        rows.sort(key=lambda row: (row.totals is None, -getattr(row.totals, f"{by}_share", 0), row.asked.number))
    return Paginator(rows, STATEMENTS_A_PAGE).get_page(number)


def statements_shown(actor: Actor, conversation: Conversation) -> list[StatementShown]:
    """All statements that are in the conversation. A total is for whoever has voted on the statement, or after all."""
    voice, over = voice_of(actor, conversation), is_over(conversation)
    stored = {row.pk: row for row in conversation.statements.filter(state=Statement.State.IN).only("seeded", "totals")}
    grown = motions_from(actor, conversation)
    shown = []
    for asked in statements_before(voice.pk if voice else None, conversation.pk):
        row = stored[asked.id]
        totals = from_json(row.totals)
        hidden = "unseen" if not over and asked.value is None else "few" if totals is None else ""
        shown.append(StatementShown(asked, row.seeded, None if hidden else totals, hidden, grown.get(asked.id, [])))
    return shown


def asked_of(actor: Actor, conversation: Conversation, statement_id: UUID) -> Asked:
    """A statement that is in the conversation, with what the actor thinks of it. Raises Missing."""
    voice = voice_of(actor, conversation)
    asked = statements_before(voice.pk if voice else None, conversation.pk)
    found = next((one for one in asked if one.id == statement_id), None)
    if found is None:
        raise Missing
    return found
