"""The piles of papers on the counting table, as arrays of row numbers: the fast core of the count."""

from __future__ import annotations

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
        self.count = len(ballots)
        self.flat = np.ascontiguousarray(ballots.preferences).reshape(-1)
        self.weights = ballots.weights
        self.kind = np.int32 if len(self.flat) < 2**31 else np.int64
        self.next = np.zeros(self.count, self.kind)

    def all(self) -> Rows:
        """Every ranking."""
        return np.arange(self.count, dtype=self.kind)

    def deal(self, rows: Rows, continuing: Flags) -> list[Dealt]:
        """Give each ranking to its next available preference.

        ``continuing`` is indexed by the candidate's number from 1; its place 0 stands for “no preference left” and
        must be true. Receivers come in ascending order, the non-transferable first.
        """
        if not len(rows):
            return []
        at: Rows = self.next[rows]
        holder = self.flat[at * self.count + rows]
        waiting = np.flatnonzero(~continuing[holder])
        while len(waiting):
            at[waiting] += 1
            moved = self.flat[at[waiting] * self.count + rows[waiting]]
            holder[waiting] = moved
            waiting = waiting[~continuing[moved]]
        self.next[rows] = at + 1
        if (holder[1:] < holder[:-1]).any():
            order = np.argsort(holder, kind="stable")
            rows, holder = rows[order], holder[order]
        numbers = np.flatnonzero(np.bincount(holder))
        starts = np.searchsorted(holder, numbers.astype(holder.dtype))
        papers = np.add.reduceat(self.weights[rows], starts).tolist()
        ends = [*starts[1:].tolist(), len(rows)]
        return [
            Dealt(number - 1 if number else None, rows[start:end], count)
            for number, start, end, count in zip(numbers.tolist(), starts.tolist(), ends, papers, strict=True)
        ]
