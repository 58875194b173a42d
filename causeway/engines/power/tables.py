"""Counting coalitions by size and weight.

``below[k]`` of a player at ``x`` is how many coalitions of ``k`` others have fewer than ``x`` votes. All that power
indices need are these numbers at the quota and at the quota less the player's own votes.

Three ways lead there. A table over all weights (generating functions, here of cumulative counts) serves many players
with moderate sums; sorted halves serve up to some thirty players with any weights; and where sizes are not needed, one
row of the table serves even where the whole would not fit.

The counts of a table are kept modulo numbers near 2^52, so that several additions fit between two reductions, and put
together by the Chinese remainder theorem. Taking a player out again is division by (1 + z x^w):
others(k, x) = all(k, x) - others(k - 1, x - w).

References: S.J. Brams, P.J. Affuso (1976); J.M. Bilbao and others, TOP 8 (2000); D. Leech, “Computing power indices for
large voting games” (2003); for halves: E. Horowitz, S. Sahni, JACM 21 (1974).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.uint64]
Progress = Callable[[str], None]

MODULUS_BITS = 52
ADDITIONS = 11  # doublings of a number below 2^52 that stay below 2^63


def moduli(bits: int) -> list[int]:
    """Pairwise coprime numbers just below 2^52 whose product exceeds 2^bits; 2^64 alone where that is enough."""
    if bits <= 63:
        return [1 << 64]
    found: list[int] = []
    candidate = (1 << MODULUS_BITS) - 1
    while math.prod(found) <= 1 << bits:
        if all(math.gcd(candidate, other) == 1 for other in found):
            found.append(candidate)
        candidate -= 2
    return found


def combined(residues: Sequence[Sequence[int]], bases: Sequence[int]) -> list[int]:
    """Numbers from their residues, one sequence for each modulus."""
    whole = math.prod(bases)
    lifts = [whole // base * pow(whole // base, -1, base) for base in bases]
    return [
        sum(lift * residue for lift, residue in zip(lifts, column, strict=True)) % whole
        for column in zip(*residues, strict=True)
    ]


def by_size(weights: Sequence[int], quota: int, progress: Progress) -> dict[int, tuple[list[int], list[int]]]:
    """For each distinct weight ``w``: ``below`` at the quota and at the quota less ``w``, from a table."""
    size, bases = len(weights), moduli(len(weights))
    residues: dict[int, list[list[int]]] = {weight: [] for weight in set(weights)}
    for number, base in enumerate(bases, 1):
        table = np.zeros((size + 1, quota + 1), dtype=np.uint64)
        table[0, 1:] = 1
        reach = 0
        for done, weight in enumerate(sorted(weights), 1):
            progress(f"counting coalitions: pass {number} of {len(bases)}, member {done} of {size}")
            reach = min(quota, reach + weight)
            if weight <= quota:
                table[1 : done + 1, weight:] += table[:done, : quota + 1 - weight]
            if base < 1 << 64 and done % ADDITIONS == 0:
                table[: done + 1] %= np.uint64(base)
        for weight, found in residues.items():
            found.append(_without(table, weight, quota, base))
    return {weight: _split(combined(found, bases), size) for weight, found in residues.items()}


def _without(table: Counts, weight: int, quota: int, base: int) -> list[int]:
    """``below`` at the quota and then at the quota less the weight, with one player of that weight taken out."""
    size = len(table) - 1
    column = table[:, quota] % np.uint64(base) if base < 1 << 64 else table[:, quota]
    if not weight:
        others: list[int] = []
        for count in column[:size]:
            others.append((int(count) - (others[-1] if others else 0)) % base)
        return others * 2
    after = np.zeros(size, dtype=object)
    less = after
    for step in range(min(size, -(-quota // weight)), -1, -1):
        place = quota - step * weight
        here = table[:size, place].astype(object) if place > 0 else np.zeros(size, dtype=object)
        here[1:] -= after[:-1]
        less, after = after, here % base
    return [*map(int, after), *map(int, less)]


def _split(both: list[int], size: int) -> tuple[list[int], list[int]]:
    return both[:size], both[size:]


def in_all(weights: Sequence[int], quota: int, progress: Progress) -> dict[int, tuple[int, int]]:
    """As ``by_size``, but summed over all sizes: one row instead of a table."""
    bases = moduli(len(weights))
    residues: dict[int, list[list[int]]] = {weight: [] for weight in set(weights)}
    for number, base in enumerate(bases, 1):
        row = np.ones(quota + 1, dtype=np.uint64)
        row[0] = 0
        for done, weight in enumerate(weights, 1):
            progress(f"counting coalitions: pass {number} of {len(bases)}, member {done} of {len(weights)}")
            if weight <= quota:
                row[weight:] += row[: quota + 1 - weight]
            if base < 1 << 64 and done % ADDITIONS == 0:
                row %= np.uint64(base)
        if base < 1 << 64:
            row %= np.uint64(base)
        for weight, found in residues.items():
            found.append(_row_without(row, weight, quota, base))
    return {weight: (both[0], both[1]) for weight, found in residues.items() for both in [combined(found, bases)]}


def _row_without(row: Counts, weight: int, quota: int, base: int) -> list[int]:
    """Alternating sums along the steps of the weight, exactly: halves of the numbers are summed apart."""
    if not weight:
        half = int(row[quota]) * pow(2, -1, base) % base if base % 2 else int(row[quota]) // 2
        return [half, half]
    at_quota = _alternating(row[quota:0:-weight]) % base
    return [at_quota, (int(row[quota]) - at_quota) % base]


def _alternating(steps: Counts) -> int:
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
