"""Lines and proposals as CSV files."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from causeway.domains.budgets.models import Line, Proposal
from causeway.domains.budgets.money_queries import source_of
from causeway.kernel.spreadsheets import harmless

MEASURES = ("employees", "running", "expenditure", "fees", "other_income", "income", "net")
LINES = ["line", "service", "group", "role", *(f"{name}_pounds" for name in MEASURES), "missing", "duty", "law"]
PROPOSALS = [
    "number",
    "title",
    "what_it_does",
    "service",
    "account",
    "span",
    "years",
    "estimate_pounds",
    "cost_pounds",
    "state",
    "merged_into",
    "adopted_by",
]


def lines_as_csv(lines: Iterable[Line]) -> bytes:
    """One row for each line of the council's figures, in whole pounds, with the source of each."""
    rows = (
        [
            line.code,
            line.name,
            line.group,
            line.role,
            *(_number(getattr(line, f"{name}_pounds")) for name in MEASURES),
            line.missing,
            line.statutory,
            line.statute,
            source_of(line),
        ]
        for line in lines
    )
    return _csv([*LINES, "source"], rows)


def proposals_as_csv(proposals: Iterable[Proposal]) -> bytes:
    """One row for each proposal, those withdrawn and merged too; nobody's name."""
    rows = (
        [
            proposal.number,
            proposal.title,
            proposal.text,
            proposal.line.name if proposal.line else "",
            proposal.account,
            proposal.span,
            _number(proposal.years),
            proposal.estimate_pounds,
            proposal.cost_pounds,
            proposal.state.value,
            proposal.merged_into.number if proposal.merged_into else "",
            proposal.adopted_ground,
        ]
        for proposal in proposals
    )
    return _csv(PROPOSALS, rows)


def _csv(head: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """With an apostrophe before words that a spreadsheet would take for a formula."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue().encode()


def _number(number: int | None) -> int | str:
    return "" if number is None else number
