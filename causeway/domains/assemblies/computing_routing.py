"""From counts of votes to how much each statement needs votes: calls the engine of opinions."""

from __future__ import annotations

from collections.abc import Sequence

Count = tuple[int, int, int]
"""How many agreed, disagreed and passed."""


def chances_of(counts: Sequence[Count]) -> list[float]:
    """How much each statement needs votes, compared with the others: new ones, uncertain ones, and those that may
    bridge. A fifth of all asking is shared out evenly."""
    import numpy as np  # here, because no page needs it

    from causeway.engines.opinion.consensus import common
    from causeway.engines.opinion.routing import chances
    from causeway.engines.opinion.tallies import Tallies

    if not counts:
        return []
    table = np.array(counts, dtype=np.int64)
    tallies = Tallies(table[None, :, 0], table[None, :, 1], table.sum(axis=1)[None, :])
    found = chances(tallies, common(tallies), asked=np.ones(len(counts), dtype=bool))
    return [float(chance) for chance in found]
