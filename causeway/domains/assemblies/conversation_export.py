"""The statements of a conversation as a file, for those who run it: totals as everybody sees them, and no voters."""

from __future__ import annotations

import csv
import io

from causeway.domains.assemblies.models import Conversation, Statement
from causeway.domains.assemblies.opinion_totals import from_json
from causeway.kernel.spreadsheets import harmless

HEADINGS = (
    "number",
    "statement",
    "from",
    "state",
    "votes",
    "agreed",
    "disagreed",
    "passed",
    "hands at tables",
)


def statements_as_csv(conversation: Conversation) -> bytes:
    """One line for each statement, kept-out ones too; cells are empty where fewer than ten have voted."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(_line(row) for row in conversation.statements.all())
    return text.getvalue().encode()


def _line(row: Statement) -> list[str | int]:
    totals = from_json(row.totals)
    whence = "those who run it" if row.seeded else "the room"
    numbers: list[str | int] = [""] * 5
    if totals is not None:
        numbers = [totals.votes, totals.agreed, totals.disagreed, totals.passed, totals.hands]
    return [row.number, harmless(row.text), whence, row.state, *numbers]
