"""Reads of tables and their hands, for those who look after a conversation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from causeway.domains.assemblies.asking import Asked
from causeway.domains.assemblies.conversation_reading import statements_before
from causeway.domains.assemblies.conversation_standing import sides_of
from causeway.domains.assemblies.models import Conversation, Table, TableCount
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing


@dataclass(frozen=True)
class TableShown:
    """A table in the list: how many statements were counted at it, and how many of these are confirmed."""

    table: Table
    counted: int
    confirmed: int


def tables_of(actor: Actor, conversation: Conversation) -> list[TableShown]:
    """The tables of a conversation; none for those who do not look after it."""
    if not sides_of(actor, conversation.process):
        return []
    confirmed = Count("counts", filter=Q(counts__confirmed_by__isnull=False))
    rows = Table.objects.filter(conversation=conversation).annotate(counted=Count("counts"), confirmed=confirmed)
    return [TableShown(row, row.counted, row.confirmed) for row in rows]


def table_at(actor: Actor, table_id: UUID) -> Table:
    """A table, for those who look after its conversation. Raises Missing."""
    found = Table.objects.filter(pk=table_id).select_related("conversation__process").first()
    if found is None or not sides_of(actor, found.conversation.process):
        raise Missing
    return found


@dataclass(frozen=True)
class Hands:
    """A statement at a table, and its hands, where they were typed in."""

    asked: Asked
    count: TableCount | None


def hands_at(table: Table) -> list[Hands]:
    """Every statement of the conversation with its hands at this table."""
    typed = {count.statement_id: count for count in TableCount.objects.filter(table=table)}
    return [Hands(asked, typed.get(asked.id)) for asked in statements_before(None, table.conversation_id)]
