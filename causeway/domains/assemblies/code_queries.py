"""Reads of the codes of a conversation: numbers only, for no code can be read again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q

from causeway.domains.assemblies.bodies import FIELDS
from causeway.domains.assemblies.conversation_standing import index_of_code
from causeway.domains.assemblies.models import Code, CodeSheet, Conversation
from causeway.domains.assemblies.receipts import plain_receipt
from causeway.domains.assemblies.standing import runs
from causeway.kernel.actors import Actor
from causeway.kernel.errors import Missing


@dataclass(frozen=True)
class Sheet:
    """Codes that were made together, and how many of them gave a voice."""

    row: CodeSheet
    used: int

    @property
    def left(self) -> int:
        return self.row.made - self.used


@dataclass(frozen=True)
class Codes:
    """The codes of a conversation in numbers, for everybody to compare with the room."""

    made: int
    used: int
    worthless: int


def codes_in(conversation: Conversation) -> Codes:
    """How many codes were made, were used, and became worthless unused."""
    sheets = code_sheets(conversation)
    worthless = sum(sheet.left for sheet in sheets if sheet.row.voided_on)
    return Codes(sum(sheet.row.made for sheet in sheets), sum(sheet.used for sheet in sheets), worthless)


def code_sheets(conversation: Conversation) -> list[Sheet]:
    """The sheets of codes, the oldest first."""
    counted = Count("codes", filter=Q(codes__used=True))
    return [Sheet(row, row.used) for row in CodeSheet.objects.filter(conversation=conversation).annotate(used=counted)]


def code_sheet_at(actor: Actor, sheet_id: UUID) -> CodeSheet:
    """A sheet of codes, for those who run its conversation. Raises Missing."""
    found = CodeSheet.objects.filter(pk=sheet_id).select_related("conversation__process").first()
    if found is None or not runs(actor, found.conversation.process):
        raise Missing
    return found


def conversation_of_code(typed: str) -> Conversation | None:
    """The conversation in which a code gives or gave a voice, as its paper says; None where there is no such code."""
    code = plain_receipt(typed)
    rows = Code.objects.select_related(*(f"sheet__conversation__process__{field}" for field in FIELDS))
    found = rows.filter(code_index=index_of_code(code)).first() if code else None
    return found.sheet.conversation if found else None
