"""k-means on weighted points, without chance: the same points give the same centres."""

from __future__ import annotations

import heapq

import numpy as np

from causeway.engines.opinion.votes import Floats, Integers

MOST_ROUNDS = 100
STARTS = 20
MOST_ONE_BY_ONE = 16
PIECE = 1 << 15


def split(points: Floats, weights: Floats, count: int) -> Floats:
    """``count`` centres (fewer where there are fewer distinct points): the set with the largest sum of squared
    distances is cut at its mean, across the dimension in which it is widest, until there are enough.

    Source: T. Su, J.G. Dy, “In search of deterministic methods for initializing k-means” (2007), “Var-Part”.
    """
    whole = np.arange(len(points))
    waiting = [(*_spread(points, weights, whole), 0, whole)]
    parts = 1
    while len(waiting) < count and -waiting[0][0] > 0:
        _, dimension, _, members = heapq.heappop(waiting)
        along, heavy = points[members, dimension], weights[members]
        low = along <= heavy @ along / heavy.sum()
        for half in (members[low], members[~low]):
            heapq.heappush(waiting, (*_spread(points, weights, half), parts, half))
            parts += 1
    parts_of = (part[3] for part in sorted(waiting, key=_age))
    return np.array([weights[members] @ points[members] / weights[members].sum() for members in parts_of])


def _age(part: tuple[float, int, int, Integers]) -> int:
    return part[2]


def _spread(points: Floats, weights: Floats, members: Integers) -> tuple[float, int]:
    """Minus the sum of squared distances to the mean (0 where it is only rounding), and the widest dimension."""
    chosen, heavy = points[members], weights[members]
    squares = heavy @ (chosen - heavy @ chosen / heavy.sum()) ** 2
    dimension = int(np.argmax(squares))
    several = np.ptp(chosen[:, dimension]) > 0
    return (-float(squares.sum()) if several else 0.0), dimension


def settle(points: Floats, weights: Floats, centres: Floats, *, rounds: int = MOST_ROUNDS) -> tuple[Floats, float]:
    """Lloyd’s rounds from these centres until nobody moves; the centres, and the weighted sum of squared distances.

    A centre without points stays where it is.
    """
    before: Integers | None = None
    for _ in range(rounds):
        owner = nearest(points, centres)
        if before is not None and np.array_equal(owner, before):
            break
        before = owner
        heavy = np.bincount(owner, weights=weights, minlength=len(centres))
        sums = [np.bincount(owner, weights=weights * axis, minlength=len(centres)) for axis in points.T]
        means = np.stack(sums, axis=1) / np.maximum(heavy, 1e-300)[:, None]
        centres = np.where(heavy[:, None] > 0, means, centres)
    squares = ((points - centres[nearest(points, centres)]) ** 2).sum(axis=1)
    return centres, float(weights @ squares)


def nearest(points: Floats, centres: Floats) -> Integers:
    """The nearest centre of each point; of equally near ones the first."""
    if len(centres) > MOST_ONE_BY_ONE:
        lengths = (centres**2).sum(axis=1)
        found = [np.argmin(lengths - 2 * part @ centres.T, axis=1) for part in np.array_split(points, pieces(points))]
        return np.concatenate(found)
    best = np.full(len(points), np.inf)
    owner = np.zeros(len(points), np.int64)
    for number, centre in enumerate(centres):
        far = ((points - centre) ** 2).sum(axis=1)
        closer = far < best
        best[closer], owner[closer] = far[closer], number
    return owner


def pieces(points: Floats) -> int:
    """Into how many pieces the points are cut, so that a table of distances stays small."""
    return 1 + len(points) // PIECE


def clusterings(points: Floats, weights: Floats, count: int) -> list[Floats]:
    """Centres from several starts, the best first, each solution once: ``split``, and k-means++ (Arthur, Vassilvitskii
    2007) with a fixed seed.
    """
    random = np.random.default_rng(1)
    starts = [split(points, weights, count), *(_drawn(points, weights, count, random) for _ in range(STARTS))]
    found = sorted((settle(points, weights, start) for start in starts), key=lambda solution: solution[1])
    distinct = {round(squares, 9): centres for centres, squares in reversed(found)}
    return [distinct[squares] for squares in sorted(distinct)]


def _drawn(points: Floats, weights: Floats, count: int, random: np.random.Generator) -> Floats:
    chosen: list[int] = []
    far = np.ones(len(points))
    for _ in range(count):
        steps = np.cumsum(weights * far)
        if steps[-1] <= 0:
            break
        chosen.append(min(int(np.searchsorted(steps, random.random() * steps[-1], side="right")), len(points) - 1))
        distance = ((points - points[chosen[-1]]) ** 2).sum(axis=1)
        far = distance if len(chosen) == 1 else np.minimum(far, distance)
    return points[chosen]


def silhouette(points: Floats, weights: Floats, owner: Integers) -> float:
    """The mean over weighted points of (b − a) / max(a, b): a is the mean distance to the others of the own cluster, b
    to those of the nearest other; 0 for a cluster of one point (Rousseeuw 1987). Quadratic in the points.
    """
    count = int(owner.max(initial=-1)) + 1
    if count < 2:
        return 0.0
    distances = np.sqrt(((points[:, None, :] - points[None, :, :]) ** 2).sum(axis=2))
    member = (owner[:, None] == np.arange(count)) * weights[:, None]
    sums, heavy = distances @ member, member.sum(axis=0)
    rows = np.arange(len(points))
    others = heavy[owner] - weights
    own = sums[rows, owner] / np.maximum(others, 1e-300)
    means = sums / np.maximum(heavy, 1e-300)
    means[rows, owner] = np.inf
    means[:, heavy == 0] = np.inf
    other = means.min(axis=1)
    alone = others <= 1e-12 * heavy[owner]
    scores = np.where(alone, 0.0, (other - own) / np.maximum(np.maximum(own, other), 1e-300))
    return float(weights @ scores / weights.sum())
