"""Counting coalitions where no table of sizes fits: in one row over all sizes, or from two sorted halves.

One row serves any number of members with moderate sums, but does not tell sizes apart; halves do, and serve up to some
thirty members with any weights.

References: D. Leech, “Computing power indices for large voting games” (2003); for halves: E. Horowitz, S. Sahni, JACM
21 (1974).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from causeway.engines.power.residues import ADDITIONS, WORD, Counts, Progress, combined, moduli, reduce


def in_all(weights: Sequence[int], quota: int, progress: Progress) -> dict[int, tuple[int, int]]:
    """As ``by_size``, but summed over all sizes. Whoever has no votes doubles the coalitions of all others."""
    voting = sorted(weight for weight in weights if weight)
    without_votes = len(weights) - len(voting)
    bases = moduli(len(weights))
    residues: dict[int, list[list[int]]] = {weight: [] for weight in set(voting)}
    everybody: list[list[int]] = []
    for number, base in enumerate(bases, 1):
        row = np.zeros(quota + 1, np.uint64)
        row[1:] = 1  # below[x]: the coalition of nobody has fewer than x votes, for x from 1
        for done, weight in enumerate(voting, 1):
            progress(f"counting coalitions: pass {number} of {len(bases)}, member {done} of {len(voting)}")
            if weight <= quota:
                row[weight:] += row[: quota + 1 - weight]
            if done % ADDITIONS == 0:
                reduce(row, base)
        if base < WORD:
            row %= np.uint64(base)
        everybody.append([int(row[quota])])
        for weight, found in residues.items():
            at_quota = _alternating(row[quota:0:-weight]) % base
            found.append([at_quota, (int(row[quota]) - at_quota) % base])
    more = 1 << without_votes
    counted = {weight: combined(found, bases) for weight, found in residues.items()}
    below = {weight: (at * more, less * more) for weight, (at, less) in counted.items()}
    half = combined(everybody, bases)[0] * more // 2
    return {weight: below[weight] if weight else (half, half) for weight in set(weights)}


def _alternating(steps: Counts) -> int:
    """Their alternating sum, exactly: halves of the numbers are summed apart."""
    low, high = np.uint64((1 << 32) - 1), np.uint64(32)
    plus, minus = steps[::2], steps[1::2]
    return (
        int((plus & low).sum())
        - int((minus & low).sum())
        + ((int((plus >> high).sum()) - int((minus >> high).sum())) << 32)
    )


def from_halves(weights: Sequence[int], quota: int, progress: Progress) -> dict[int, tuple[list[int], list[int]]]:
    """As ``by_size``, from the sorted sums of two halves of the others: weights may be of any size."""
    found = {}
    for weight in sorted(set(weights)):
        progress(f"counting coalitions without a member of {weight} votes")
        others = list(weights)
        others.remove(weight)
        left, right = _sums(others[::2]), _sums(others[1::2])
        found[weight] = _pairs(left, right, quota, len(weights)), _pairs(left, right, quota - weight, len(weights))
    return found


def _sums(weights: Sequence[int]) -> list[NDArray[np.int64]]:
    """For each size, the sums of all sub-coalitions in ascending order."""
    sums = [np.zeros(1, dtype=np.int64)]
    for weight in weights:
        joined = [np.zeros(0, dtype=np.int64), *(level + weight for level in sums)]
        sums = [np.concatenate(pair) for pair in zip([*sums, np.zeros(0, dtype=np.int64)], joined, strict=True)]
    return [np.sort(level) for level in sums]


def _pairs(left: list[NDArray[np.int64]], right: list[NDArray[np.int64]], limit: int, size: int) -> list[int]:
    """For each size, how many pairs have a sum below the limit."""
    counts = [0] * size
    for here, one in enumerate(left):
        for there, other in enumerate(right):
            counts[here + there] += int(np.searchsorted(other, limit - one, side="left").sum())
    return counts
