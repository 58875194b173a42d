"""What the declared sections think, as far as it may be shown, and in steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from causeway.domains.assemblies.opinion_computing import Figures, Gathered, figure
from causeway.domains.assemblies.opinion_steps import FEWEST, stepped

if TYPE_CHECKING:
    from causeway.engines.opinion import Tallies, Votes


def sectors_of(votes: Votes, gathered: Gathered, before: Figures) -> Figures:
    """Counts by section beside everybody’s: ``people`` who took part, and ``rows`` by statement.

    The engine withholds what tells of fewer than ``FEWEST``, by itself or by subtraction within one publication;
    ``stepped`` what would by subtraction from an earlier one (``before``).
    """
    people, rows = _now(votes, gathered)
    return {
        "people": stepped(before.get("people", {}), people),
        "rows": {number: row | _bridging(row["of"]) for number, row in stepped(before.get("rows", {}), rows).items()},
    }


def _now(votes: Votes, gathered: Gathered) -> tuple[Figures, Figures]:
    """What might be published if nothing had been before."""
    import numpy as np

    from causeway.engines.opinion import everyone, tally
    from causeway.engines.opinion.sectors import shown

    names = sorted(set(gathered.sections.values()) & set(gathered.expected))
    place = {name: number for number, name in enumerate(names)}
    groups = np.array([place.get(gathered.sections.get(one, ""), -1) for one in votes.participants.tolist()], np.int64)
    counts, everybody = tally(votes, groups, count=len(names)), tally(votes, everyone(votes), count=1)
    sizes = np.bincount(groups[groups >= 0], minlength=len(names)).astype(np.int64)
    if not names:
        return {}, {}
    open_ = shown(counts, sizes, everybody, len(groups), k=FEWEST)
    people = {name: [int(sizes[row])] for row, name in enumerate(names) if open_.sectors[row]}
    rows = {
        str(number): {
            "all": _cell(everybody, 0, column),
            "of": {name: _cell(counts, row, column) for row, name in enumerate(names) if open_.cells[row, column]},
        }
        for column, number in enumerate(votes.statements.tolist())
    }
    return {"": {"all": [len(groups)], "of": people}}, rows


def _cell(counts: Tallies, row: int, column: int) -> list[int]:
    return [int(part[row, column]) for part in (counts.agrees, counts.disagrees, counts.seen)]


def _bridging(cells: Mapping[str, Sequence[int]]) -> dict[str, Any]:
    """The least of the shares of the sections shown, who agree and who disagree; of two sections at least."""
    import numpy as np

    from causeway.engines.opinion.intervals import least

    if len(cells) < 2:
        return {"agree": None, "disagree": None}
    agreed, disagreed, seen = (np.array([[cell[place]] for cell in cells.values()]) for place in range(3))
    return {"agree": figure(least(agreed, seen)), "disagree": figure(least(disagreed, seen))}
