"""The piles of papers on the counting table, as arrays of row numbers: the fast core of the count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from causeway.engines.stv.ballots import Ballots

Rows = npt.NDArray[Any]  # int32 where that is wide enough, else int64
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Dealt:
    """Rankings that went to one receiver (place from 0; ``None``: no next available preference) and their papers."""

    receiver: int | None
    rows: Rows
    papers: int


class Papers:
    """Knows for every ranking which preference is looked at next. Work grows with the papers that move only."""

    def __init__(self, ballots: Ballots) -> None:
        self.flat = np.ascontiguousarray(ballots.preferences).reshape(-1)
        self.weights = ballots.weights
        self.kind = np.int32 if len(self.flat) < 2**31 else np.int64
        self.next = np.arange(len(ballots), dtype=self.kind)  # places in flat
        self.step = self.kind(len(ballots))  # how much further on a ranking's next preference stands

    def all(self) -> Rows:
        """Every ranking."""
        return np.arange(len(self.next), dtype=self.kind)

    def deal(self, rows: Rows, continuing: Flags) -> list[Dealt]:
        """Give each ranking to its next available preference.

        ``continuing`` is indexed by the candidate's number from 1; its place 0 stands for “no preference left” and
        must be true. Receivers come in ascending order, the non-transferable first.
        """
        return self.deal_all([rows], continuing)[0]

    def deal_all(self, batches: Sequence[Rows], continuing: Flags) -> list[list[Dealt]]:
        """As ``deal``, for several batches at once, each kept apart."""
        found: list[list[Dealt]] = [[] for _ in batches]
        rows = batches[0] if len(batches) == 1 else np.concatenate([np.zeros(0, self.kind), *batches])
        if not len(rows):
            return found
        at, holder = self._next_of(rows, continuing)
        self.next[rows] = at + self.step
        if len(batches) > 1:
            bins = len(continuing)
            kind = np.uint16 if bins * len(batches) < 1 << 16 else np.int64
            firsts = (np.arange(len(batches)) * bins).astype(kind)
            holder = holder + np.repeat(firsts, [len(one) for one in batches])
        if (holder[1:] < holder[:-1]).any():
            order = np.argsort(holder, kind="stable")
            rows, holder = rows.take(order), holder.take(order)
        bounds = np.flatnonzero(holder[1:] != holder[:-1]) + 1
        starts = [0, *bounds.tolist()]
        papers = np.add.reduceat(self.weights.take(rows), starts).tolist()
        for start, end, count in zip(starts, [*starts[1:], len(rows)], papers, strict=True):
            batch, number = divmod(int(holder[start]), len(continuing))
            found[batch].append(Dealt(number - 1 if number else None, rows[start:end], count))
        return found

    def _next_of(self, rows: Rows, continuing: Flags) -> tuple[Rows, Rows]:
        """For each ranking where its next available preference stands, and whose it is."""
        at: Rows = self.next.take(rows)
        holder: Rows = self.flat.take(at)
        passed = ~continuing
        waiting = np.flatnonzero(passed.take(holder))
        while len(waiting):
            further: Rows = at.take(waiting) + self.step
            at[waiting] = further
            moved = self.flat.take(further)
            holder[waiting] = moved
            waiting = waiting.compress(passed.take(moved))
        return at, holder
