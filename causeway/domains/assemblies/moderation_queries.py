"""Reads of what is done with statements before they are shown, and of what became of one's own."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet

from causeway.domains.assemblies.conversation_standing import sides_of, voice_of
from causeway.domains.assemblies.models import Conversation, Look, Statement
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing


@dataclass(frozen=True)
class Mine:
    """A statement of one's own, and what those who kept it out said, without their names."""

    statement: Statement
    grounds: list[tuple[str, str]] = field(default_factory=list)

    @property
    def may_appeal(self) -> bool:
        return self.statement.state == Statement.State.OUT and not self.statement.appeal


def statements_by(actor: Actor, conversation: Conversation) -> list[Mine]:
    """The actor's own statements, with the reasons for which any were kept out."""
    voice = voice_of(actor, conversation)
    if voice is None:
        return []
    rows = conversation.statements.filter(author=voice).prefetch_related("looks")
    return [Mine(row, _grounds(row)) for row in rows]


def _grounds(statement: Statement) -> list[tuple[str, str]]:
    if statement.state != Statement.State.OUT:
        return []
    against = [look for look in statement.looks.all() if look.after_appeal == bool(statement.appeal)]
    return [(look.get_ground_display(), look.reason) for look in against]


def own_statement(actor: Actor, conversation: Conversation, statement_id: UUID) -> Mine:
    """One's own statement. Raises Missing."""
    found = next((row for row in statements_by(actor, conversation) if row.statement.pk == statement_id), None)
    if found is None:
        raise Missing
    return found


def statements_waiting(conversation: Conversation) -> QuerySet[Statement]:
    """Those that wait to be looked at, the oldest first; for those who look after the conversation."""
    return conversation.statements.filter(state=Statement.State.WAITING)


@dataclass(frozen=True)
class ToLookAt:
    """A statement that waits: what was said of it so far, before and after an appeal; whether the actor's side has."""

    statement: Statement
    now: list[Look]
    before: list[Look]
    done: bool


def statements_to_look_at(actor: Actor, conversation: Conversation) -> list[ToLookAt]:
    """What waits to be looked at: first where the actor's side has said nothing yet. Nothing for others."""
    sides = sides_of(actor, conversation.process)
    if not sides:
        return []
    rows = [_to_look_at(row, sides) for row in statements_waiting(conversation).prefetch_related("looks")]
    return sorted(rows, key=lambda row: (row.done, row.statement.number))


def _to_look_at(statement: Statement, sides: frozenset[Look.Side]) -> ToLookAt:
    looks, appealed = list(statement.looks.all()), bool(statement.appeal)
    now = [look for look in looks if look.after_appeal == appealed]
    return ToLookAt(
        statement,
        now=now,
        before=[look for look in looks if appealed and not look.after_appeal],
        done=sides <= {look.side for look in now},
    )


def statement_to_look_at(actor: Actor, conversation: Conversation, statement_id: UUID) -> ToLookAt:
    """One that waits. Raises Missing."""
    found = next((one for one in statements_to_look_at(actor, conversation) if one.statement.pk == statement_id), None)
    if found is None:
        raise Missing
    return found


def kept_out(conversation: Conversation) -> list[tuple[str, int]]:
    """How many statements were kept out on each ground, for everybody: their words are not shown."""
    out = conversation.statements.filter(state=Statement.State.OUT).prefetch_related("looks")
    grounds = Counter(str(row.looks.all()[0].get_ground_display()) for row in out)
    return sorted(grounds.items(), key=lambda pair: (-pair[1], pair[0]))
