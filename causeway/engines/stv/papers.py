"""The piles of papers on the counting table, as arrays of row numbers: the fast core of the count."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from causeway.engines.stv.ballots import Ballots

Rows = npt.NDArray[np.intp]
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
        self.next = np.zeros(self.count, np.intp)

    def all(self) -> Rows:
        """Every ranking."""
        return np.arange(self.count, dtype=np.intp)

    def deal(self, rows: Rows, continuing: Flags) -> list[Dealt]:
        """Give each ranking to its next available preference.

        ``continuing`` is indexed by the candidate's number from 1; its place 0 stands for “no preference left” and
        must be true. Receivers come in ascending order, the non-transferable first.
        """
        if not len(rows):
            return []
        at = self.next[rows]
        holder = self.flat[at * self.count + rows]
        waiting = np.flatnonzero(~continuing[holder])
        while len(waiting):
            at[waiting] += 1
            moved = self.flat[at[waiting] * self.count + rows[waiting]]
            holder[waiting] = moved
            waiting = waiting[~continuing[moved]]
        self.next[rows] = at + 1
        order = np.argsort(holder, kind="stable")
        numbers, starts = np.unique(holder[order], return_index=True)
        sorted_rows = rows[order]
        papers = np.add.reduceat(self.weights[sorted_rows], starts)
        return [
            Dealt(int(number) - 1 if number else None, part, int(count))
            for number, part, count in zip(numbers, np.split(sorted_rows, starts[1:]), papers, strict=True)
        ]
