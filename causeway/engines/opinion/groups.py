"""Groups of people who vote alike: some hundred small base clusters, then k-means from these, k by silhouette.

The way of Polis (Small et al. 2021) without its chance: no step depends on the order of the votes, and none is more
than linear in people. What travels between machines is the map's population by cells, never a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from causeway.engines.opinion.cells import Cells
from causeway.engines.opinion.kmeans import clusterings, nearest, settle, silhouette, split
from causeway.engines.opinion.threads import one_thread
from causeway.engines.opinion.votes import Flags, Floats, Integers, Votes

LEAST_VOTES = 7
BASE_CLUSTERS = 100
MOST_GROUPS = 5
ROUNDS_OF_BASE = 10
FINISHED = 6


@dataclass(frozen=True, eq=False)
class Grouping:
    """``centres`` (groups x dimensions), the largest group first, equally large ones from left to right.

    ``silhouettes`` has the mean silhouette over base clusters for each number of groups that was tried: near 1 the
    groups lie apart (Rousseeuw 1987). Votes cast by lot reach 0.3 to 0.45 too: ``Stability`` tells these apart.
    """

    centres: Floats
    silhouettes: Mapping[int, float]

    def __len__(self) -> int:
        return len(self.centres)

    @property
    def silhouette(self) -> float:
        """That of the chosen number of groups; 0 for a single one."""
        return self.silhouettes.get(len(self.centres), 0.0)


def in_picture(votes: Votes, *, least: int = LEAST_VOTES) -> Flags:
    """Who has cast enough votes to be placed: ``least``, or all where there are fewer statements (as in Polis).

    Polis also lets in the most active people where fewer than 15 reach that; this does not.
    """
    enough: Flags = votes.seen >= max(1, min(least, votes.shape[1]))
    return enough


@one_thread
def group(population: Cells, *, count: int | None = None) -> Grouping:
    """Groups of the people in these cells; ``count`` fixes how many, else the silhouette chooses.

    Between 2 and 5, and no more than 2 and one for every 12 base clusters (Polis’ bound); of equal silhouettes the
    smaller number. One group where all stand in one place. Linear in cells.
    """
    points, weights = population.centres, population.counts.astype(np.float64)
    if len(points) < 2:
        return Grouping(points[:1], {})
    base, heavy = _base(points, weights)
    most = min(MOST_GROUPS, 2 + len(base) // 12, len(base))
    found: dict[int, tuple[Floats, float]] = {}
    for number in range(2, most + 1) if count is None else [min(count, len(base))]:
        near = (settle(points, weights, centres) for centres in clusterings(base, heavy, number)[:FINISHED])
        centres, _ = min(near, key=lambda solution: solution[1])
        found[number] = centres, silhouette(base, heavy, nearest(base, centres))
    best = max(found, key=lambda number: (found[number][1], -number))
    centres = found[best][0]
    sizes = np.bincount(nearest(points, centres), weights=weights, minlength=len(centres))
    return Grouping(centres[by_size(centres, sizes)], {number: score for number, (_, score) in found.items()})


def _base(points: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """The base clusters’ centres, from left to right, and how many people each has."""
    if len(points) <= BASE_CLUSTERS:
        return points, weights
    centres, _ = settle(points, weights, split(points, weights, BASE_CLUSTERS), rounds=ROUNDS_OF_BASE)
    heavy = np.bincount(nearest(points, centres), weights, len(centres)).astype(np.float64)
    order = np.lexsort(centres.T[::-1])
    order = order[heavy[order] > 0]
    return centres[order], heavy[order]


def by_size(centres: Floats, sizes: Floats | Integers) -> Integers:
    """The order of groups: the largest first, equally large ones from left to right, then from below."""
    return np.lexsort((*centres.T[::-1], -sizes))


def assign(coordinates: Floats, placed: Flags, grouping: Grouping) -> Integers:
    """The group of each participant: the one whose centre is nearest, −1 for those not in the picture."""
    return np.where(placed, nearest(coordinates, grouping.centres), -1)
