"""A map's population on a fine grid: how many stand in each cell, and where on average. It merges."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from causeway.engines.opinion.components import Components
from causeway.engines.opinion.votes import Floats, Integers

CELLS_PER_SPREAD = 20


@dataclass(frozen=True, eq=False)
class Cells:
    """The inhabited cells in ascending order of their ``keys`` (cells x dimensions, whole numbers of cell widths).

    ``counts`` has the people in each, ``sums`` the sum of their coordinates, which is exact.
    """

    keys: Integers
    counts: Integers
    sums: Floats

    @property
    def centres(self) -> Floats:
        """Where the people of each cell stand on average."""
        centres: Floats = self.sums / self.counts[:, None]
        return centres

    def __add__(self, other: Cells) -> Cells:
        """The cells of both, who are different people, on the same grid."""
        return _merged(
            np.concatenate([self.keys, other.keys]),
            np.concatenate([self.counts, other.counts]),
            np.concatenate([self.sums, other.sums]),
        )


def cell_width(components: Components, *, blanks: int = 0) -> float:
    """The width of a cell: a twentieth of the spread along the first direction, as the components let expect it."""
    return components.spread(blanks=blanks) / CELLS_PER_SPREAD or 1.0


def cells(coordinates: Floats, width: float) -> Cells:
    """The cells in which these people stand."""
    keys = np.floor(coordinates / width).astype(np.int64)
    return _merged(keys, np.ones(len(keys), np.int64), coordinates)


def _merged(keys: Integers, counts: Integers, sums: Floats) -> Cells:
    order = np.lexsort(keys.T[::-1])
    keys = keys[order]
    fresh = np.ones(len(keys), bool)
    fresh[1:] = (keys[1:] != keys[:-1]).any(axis=1)
    starts = np.flatnonzero(fresh)
    if not len(starts):
        return Cells(keys, counts, sums)
    return Cells(keys[starts], np.add.reduceat(counts[order], starts), np.add.reduceat(sums[order], starts, axis=0))
