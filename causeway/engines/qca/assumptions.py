"""What a model takes for granted: remainders that it says would have the outcome, and contradictions among them.

A *simplifying assumption* is a row that was never seen (or too seldom) and that a model covers. It is *contradictory*
if the solution for the outcome's absence covers it as well: the same unseen case cannot both have the outcome and not.

Reference: C.Q. Schneider, C. Wagemann, “Set-Theoretic Methods for the Social Sciences” (2012), chapter 8.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from causeway.engines.qca.terms import FREE, Condition, Term, covers, meet, size, widest

MOST_ROWS = 1 << 16


@dataclass(frozen=True, kw_only=True)
class Assumptions:
    """Rows assumed to have the outcome: how many (``None`` where there are too many rows to count), and the terms that
    hold those assumed to have it and its absence alike.
    """

    count: int | None
    contradictory: tuple[Term, ...] = ()
    contradictory_count: int | None = 0


def clashes(
    conditions: Sequence[Condition], terms: Iterable[Term], against: Sequence[Term], seen: Sequence[Term]
) -> dict[Term, list[Term]]:
    """For each term of the models, what it has in common with terms for the absence, but for what was seen."""
    found = {}
    for term in terms:
        both = widest(common for other in against if (common := meet(term, other)) is not None)
        found[term] = [one for one in both if size(conditions, one) > sum(covers(one, row) for row in seen)]
    return found


def assumptions(
    conditions: Sequence[Condition],
    model: Sequence[Term],
    clashing: Mapping[Term, Sequence[Term]],
    seen: Sequence[Term],
) -> Assumptions:
    """What the model assumes beyond the rows seen; ``clashing`` as from ``clashes``."""
    clash = widest(one for term in model for one in clashing[term])
    return Assumptions(
        count=_rows(conditions, model, seen),
        contradictory=tuple(clash),
        contradictory_count=_rows(conditions, clash, seen),
    )


def _rows(conditions: Sequence[Condition], terms: Sequence[Term], seen: Sequence[Term]) -> int | None:
    """How many rows the terms have together without those seen."""
    shape = [condition.levels for condition in conditions]
    if not terms:
        return 0
    if int(np.prod(shape, dtype=np.float64)) > MOST_ROWS:
        return None
    rows: NDArray[np.bool_] = np.zeros(shape, dtype=np.bool_)
    for term in terms:
        rows[tuple(slice(None) if value == FREE else value for value in term)] = True
    for row in seen:
        rows[row] = False
    return int(rows.sum())
