"""People on the map by the handful: nobody's own place is published, only the middle of at least ``k`` neighbours."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from causeway.engines.opinion.votes import Floats, Integers

MOST_CROWDS = 100
STEPS_PER_SPREAD = 50


@dataclass(frozen=True)
class Crowd:
    """``people`` neighbours of one group, who stand around (x, y) on average, to a fiftieth of the map's spread."""

    group: int
    people: int
    x: float
    y: float


def crowds(places: Floats, groups: Integers, *, k: int) -> tuple[Crowd, ...]:
    """Each group's people in crowds of at least ``k``, and of at least a hundredth of all on the map.

    Who is in no group (−1) is left out, and so is a group of fewer than ``k`` people. A group is cut at the median of
    the direction in which it is wider, and so on, as long as both parts are large enough (people in one place stay
    together); a part that cannot be cut so is tried in the other direction. The order of people makes no difference.

    Source: K. LeFevre, D. DeWitt, R. Ramakrishnan, “Mondrian multidimensional k-anonymity” (2006). O(people log
    people); tried to a million people.
    """
    flat = np.hstack([places, np.zeros((len(places), 2))])[:, :2]
    order = np.lexsort((flat[:, 1], flat[:, 0], groups))
    flat, groups = flat[order], groups[order]
    placed = flat[groups >= 0]
    step = float(placed.std(axis=0).max()) / STEPS_PER_SPREAD if len(placed) else 1.0
    least = max(k, -(-len(placed) // MOST_CROWDS))
    found = []
    for group in range(int(groups.max(initial=-1)) + 1):
        waiting = [flat[groups == group]]
        while waiting:
            part = waiting.pop()
            halves = _cut(part, least)
            waiting += halves
            if not halves and len(part) >= k:
                x, y = np.round(part.mean(axis=0) / (step or 1.0)) * step + 0.0
                found.append(Crowd(group, len(part), round(float(x), 9), round(float(y), 9)))
    return tuple(sorted(found, key=lambda crowd: (crowd.group, crowd.x, crowd.y, crowd.people)))


def _cut(part: Floats, least: int) -> list[Floats]:
    """Both parts of a cut across the wider direction, else across the other; nothing where neither can be cut."""
    if len(part) < 2 * least:
        return []
    for direction in np.argsort(-np.ptp(part, axis=0), kind="stable"):
        along = np.sort(part[:, direction])
        middle = along[len(along) // 2]
        for low in (part[:, direction] < middle, part[:, direction] <= middle):
            if least <= low.sum() <= len(part) - least:
                return [part[low], part[~low]]
    return []
