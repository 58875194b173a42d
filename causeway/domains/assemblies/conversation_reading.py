"""What is read for every single vote: where the voice stands, and which statements are left to ask.

Thousands may vote at once. So both are one question each, in SQL, because the ORM takes longer to make such a question
than the database to answer it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from django.db import connection

from causeway.domains.assemblies.asking import Asked
from causeway.kernel import clock
from causeway.kernel.errors import Missing

STANDING = """SELECT voice.id, voice.holder_index, statement.conversation_id, statement.state = 'in',
 process.cancelled_on IS NULL AND phase.opens_at <= %s AND %s < phase.closes_at, vote.id
FROM assemblies_statement statement
JOIN assemblies_process process ON process.id = statement.conversation_id
JOIN assemblies_phase phase ON phase.process_id = process.id AND phase.kind = 'deliberate'
JOIN assemblies_voice voice ON voice.id = %s AND voice.conversation_id = statement.conversation_id
LEFT JOIN assemblies_statementvote vote ON vote.voice_id = voice.id AND vote.statement_id = statement.id
WHERE statement.id = %s"""
ASKED = """SELECT statement.id, statement.number, statement.text, statement.chance, vote.value
FROM assemblies_statement statement
LEFT JOIN assemblies_statementvote vote ON vote.statement_id = statement.id AND vote.voice_id = %s
WHERE statement.conversation_id = %s AND statement.state = 'in' ORDER BY statement.number"""


@dataclass(frozen=True)
class Standing:
    """One voice before one statement: whose it is, whether it may vote, and the vote that it has cast already."""

    voice_id: UUID
    holder_index: bytes
    conversation_id: UUID
    is_shown: bool
    is_going_on: bool
    vote_id: UUID | None


class OnStatement(Protocol):
    """A command about one statement by one voice."""

    @property
    def statement_id(self) -> UUID: ...
    @property
    def voice_id(self) -> UUID: ...


def standing_in(command: OnStatement) -> Standing:
    """Where the voice stands, not locked. Raises Missing for a voice of another conversation."""
    now = clock.now()
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [now, now, command.voice_id, command.statement_id])
        row = cursor.fetchone()
    if row is None:
        raise Missing
    voice_id, holder_index, conversation_id, is_shown, is_going_on, vote_id = row
    return Standing(voice_id, bytes(holder_index), conversation_id, is_shown, is_going_on, vote_id)


def statements_before(voice_id: UUID | None, conversation_id: UUID) -> list[Asked]:
    """The statements that are shown, in their order, each with what the voice thinks of it."""
    with connection.cursor() as cursor:
        cursor.execute(ASKED, [voice_id, conversation_id])
        return [Asked(*row) for row in cursor.fetchall()]
