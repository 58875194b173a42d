"""Counting coalitions by size and weight in a table, one row for each size.

Row ``k`` holds how many coalitions of ``k`` members have just so many votes. It begins at the votes of the ``k``
smallest members and ends at those of the ``k`` largest, or below the quota: between those two lines lies a lens, a
third of the rectangle or less. Members join in ascending order, so that the lens grows as late as it can; and of quota
and blocking number (``total - quota + 1``) the smaller is counted, since who does not win leaves others who block.

Counts are kept modulo 2^64 and numbers just below 2^52, so that several additions fit between two reductions, and put
together by the Chinese remainder theorem. Taking a member out again is division by (1 + z x^w):
others(k, x) = all(k, x) - others(k - 1, x - w).

References: S.J. Brams, P.J. Affuso (1976); J.M. Bilbao and others, TOP 8 (2000); D. Leech, “Computing power indices for
large voting games” (2003).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

from causeway.engines.power.residues import ADDITIONS, WORD, Counts, Progress, combined, moduli, reduce

STRETCH = 1 << 11  # residues below 2^53 that can be added up within 64 bits


@dataclass(frozen=True, eq=False)
class Lens:
    """Where counts lie in one flat array: those of ``k`` members from ``starts[k]``, which is ``least[k]`` votes."""

    weights: tuple[int, ...]
    quota: int
    least: NDArray[np.int64]
    starts: NDArray[np.int64]

    @classmethod
    def of(cls, weights: Sequence[int], quota: int) -> Lens:
        """For members in ascending order, and coalitions below the quota."""
        ascending = tuple(sorted(weights))
        least = np.array([0, *accumulate(ascending)], np.int64)
        most = np.array([0, *accumulate(reversed(ascending))], np.int64)
        lengths = np.maximum(np.minimum(most, quota - 1) - least + 1, 0)
        return cls(ascending, quota, least, np.array([0, *accumulate(lengths.tolist())], np.int64))

    @property
    def cells(self) -> int:
        """How many counts are kept, of eight bytes each."""
        return int(self.starts[-1])

    def work(self) -> int:
        """How many additions one pass takes."""
        found = 0
        for joined in range(len(self.weights)):
            ends = np.minimum(self._most(joined), self.quota - 1 - self.weights[joined])
            found += int(np.maximum(ends - self.least[: joined + 1] + 1, 0).sum())
        return found

    def _most(self, joined: int) -> NDArray[np.int64]:
        """The most votes of each size among the ``joined`` smallest members."""
        most: NDArray[np.int64] = self.least[joined] - self.least[joined::-1]
        return most

    def row(self, counts: Counts, size: int) -> Counts:
        """The counts of one size."""
        return counts[self.starts[size] : self.starts[size + 1]]

    def join(self, counts: Counts, joined: int) -> None:
        """Let the next member join every coalition, largest ones first, so that nobody joins twice."""
        weight = self.weights[joined]
        ends = np.minimum(self._most(joined), self.quota - 1 - weight)
        for size in range(joined, -1, -1):
            length = int(ends[size] - self.least[size]) + 1
            if length > 0:
                at = int(self.least[size] + weight - self.least[size + 1])
                into = self.row(counts, size + 1)[at : at + length]
                np.add(into, self.row(counts, size)[:length], out=into)

    def below(self, counts: Counts, votes: int) -> Counts:
        """Of counts that were added up: for each size, how many coalitions have fewer than so many votes."""
        last = self.starts[1:] - 1
        place = np.minimum(self.starts[:-1] + votes - 1 - self.least, last)
        there = (place >= self.starts[:-1]) & (votes > self.least)
        found: Counts = np.where(there, counts[np.maximum(place, 0)], np.uint64(0))
        return found


def by_size(
    weights: Sequence[int], quota: int, progress: Progress = lambda sentence: None
) -> dict[int, tuple[list[int], list[int]]]:
    """For each distinct weight ``w`` and number of others: how many coalitions of others have fewer votes than the
    quota, and fewer than the quota less ``w``.
    """
    blocking = sum(weights) - quota + 1
    if blocking >= quota:
        return _counted(Lens.of(weights, quota), progress)
    size = len(weights)
    every = [math.comb(size - 1, others) for others in range(size)]
    return {
        weight: (
            [all_of - part for all_of, part in zip(every, reversed(less), strict=True)],
            [all_of - part for all_of, part in zip(every, reversed(at), strict=True)],
        )
        for weight, (at, less) in _counted(Lens.of(weights, blocking), progress).items()
    }


def table_for(weights: Sequence[int], quota: int) -> tuple[int, int]:
    """What ``by_size`` would take: bytes, and additions in all passes."""
    lens = Lens.of(weights, min(quota, sum(weights) - quota + 1))
    return 8 * lens.cells, lens.work() * len(moduli(len(weights)))


def _counted(lens: Lens, progress: Progress) -> dict[int, tuple[list[int], list[int]]]:
    size, bases = len(lens.weights), moduli(len(lens.weights))
    residues: dict[int, list[list[int]]] = {weight: [] for weight in lens.weights}
    counts = np.zeros(lens.cells, np.uint64)
    for number, base in enumerate(bases, 1):
        counts[:] = 0
        counts[0] = 1
        for joined in range(size):
            progress(f"counting coalitions: pass {number} of {len(bases)}, member {joined + 1} of {size}")
            lens.join(counts, joined)
            if (joined + 1) % ADDITIONS == 0:
                reduce(counts[: lens.starts[joined + 2]], base)
        for row in range(size + 1):
            _add_up(lens.row(counts, row), base)
        for weight, found in residues.items():
            found.append(_without(lens, counts, weight, base))
    whole = {weight: combined(found, bases) for weight, found in residues.items()}
    return {weight: (both[:size], both[size:]) for weight, both in whole.items()}


def _add_up(row: Counts, base: int) -> None:
    """Each count and all before it."""
    carry = np.uint64(0)
    for start in range(0, len(row), STRETCH):
        part = row[start : start + STRETCH]
        reduce(part, base)
        part[:1] += carry
        np.cumsum(part, out=part)
        if base < WORD:
            part %= np.uint64(base)
        carry = part[-1]


def _without(lens: Lens, counts: Counts, weight: int, base: int) -> list[int]:
    """Below the quota and then below the quota less the weight, with one member of that weight taken out."""
    size = len(lens.weights)
    steps = min(size, -(-lens.quota // weight)) if weight else size
    after = less = np.zeros(size, np.uint64)
    for step in range(steps, -1, -1):
        here = lens.below(counts, lens.quota - step * weight)[:size]
        taken = after[:-1] if base == WORD else np.uint64(base) - after[:-1]
        less, after = after, here
        if base == WORD:
            after[1:] -= taken
        else:
            after[1:] = (after[1:] + taken) % np.uint64(base)
    return [*after.tolist(), *less.tolist()]
