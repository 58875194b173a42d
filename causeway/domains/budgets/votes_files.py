"""What a vote on proposals gives, as files: a table, and the papers for anybody to work it out again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from causeway.domains.budgets.comparing import Comparison
from causeway.domains.budgets.ways_shown import Row
from causeway.kernel.spreadsheets import harmless


def _as_csv(head: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return text.getvalue().encode()


def ways_as_csv(rows: Sequence[Row]) -> bytes:
    """A line for each proposal: votes, and under each way whether it is paid for and how far it was from it."""
    labels = [cell.label for cell in rows[0].cells] if rows else []
    head = [_("number"), _("proposal"), _("cost in pounds"), _("votes"), *labels, _("why not")]
    paid = _("paid for")
    lines = [
        [
            row.number,
            row.title,
            row.cost_pounds,
            row.votes,
            *(paid if cell.funded else cell.short for cell in row.cells),
            row.sentence,
        ]
        for row in rows
    ]
    return _as_csv(head, lines)


def comparison_as_csv(found: Comparison) -> bytes:
    """A line for each line of the budget, and one for the total, in whole pounds."""
    head = [_("group"), _("line"), _("council"), _("people"), _("difference"), _("what makes it")]
    lines: list[list[object]] = [
        [
            line.group,
            line.name,
            "" if line.council_pounds is None else line.council_pounds,
            line.people_pounds,
            line.difference_pounds,
            "; ".join(change.title for change in line.changes),
        ]
        for line in found.shown
    ]
    total = ["", _("All lines"), found.council_pounds, found.people_pounds, found.difference_pounds, ""]
    return _as_csv(head, [*lines, total])
