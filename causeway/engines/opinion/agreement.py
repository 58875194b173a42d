"""How far two partitions of the same people agree."""

from __future__ import annotations

import numpy as np

from causeway.engines.opinion.votes import Integers


def contingency(first: Integers, second: Integers, *, shape: tuple[int, int] | None = None) -> Integers:
    """How many people are in each pair of groups; people with −1 in either are left out.

    ``shape`` says how many groups there are, where the last may be empty. Tables of parts add up.
    """
    both = (first >= 0) & (second >= 0)
    height, width = shape or (int(first.max(initial=-1)) + 1, int(second.max(initial=-1)) + 1)
    cells = np.bincount(first[both] * width + second[both], minlength=height * width)
    return cells.reshape(height, width).astype(np.int64)


def adjusted_rand(table: Integers) -> float:
    """The adjusted Rand index of a contingency table: 1 for equal partitions, about 0 for unrelated ones.

    Source: L. Hubert, P. Arabie, “Comparing partitions” (1985). Two partitions that both leave everybody together, or
    everybody apart, agree: 1.
    """

    def pairs(counts: Integers) -> int:
        return sum(count * (count - 1) // 2 for count in counts.ravel().tolist())

    together, rows, columns = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    total = pairs(table.sum(keepdims=True))
    if not total:
        return 1.0
    expected = rows * columns / total
    most = (rows + columns) / 2
    return 1.0 if most == expected else (together - expected) / (most - expected)
