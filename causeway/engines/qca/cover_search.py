"""The smallest sets of classes that cover all columns of a chart that nothing makes simpler (exact, by bounds).

Every column is given a weight such that no class weighs more than one: the sum is a lower bound for the
number of terms (the dual of the linear programme, which HiGHS solves in doubles; cut down to whole numbers it is
exact). With j classes left to choose, a branch may waste no more than j less the weight of what is uncovered; that is
what prunes.

Where that search does not end soon, HiGHS looks for one smallest cover, and others are found from it by exchanging one
class for another. The result says what is proven, and whether these are all. References: S.R. Petrick (1956); E. Balas,
A. Ho (1980) on set covering; Q. Huangfu, J.A.J. Hall (2018) for HiGHS. Exponential in the worst case.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Chart = NDArray[np.bool_]
Progress = Callable[[str], None]

SCALE = float(1 << 20)
SMALL = 4_000  # cells of a chart for which simple weights do
SOON = 2_000  # steps of branching before HiGHS is asked


@dataclass(frozen=True)
class Limits:
    """How far to go in each part: steps of branching, and nodes of HiGHS."""

    steps: int = 10_000
    nodes: int = 5_000


@dataclass(frozen=True)
class Found:
    """Covers of a part, by classes; if they are all, how many classes it takes at least, and if they have as few."""

    covers: tuple[tuple[int, ...], ...]
    complete: bool = True
    least: int = 1
    smallest: bool = True


def class_covers(chart: Chart, most: int, limits: Limits, progress: Progress) -> Found:
    """The smallest covers of a part: by branch and bound; where that takes too long, with HiGHS and by exchange."""
    exact = chart.astype(np.float64)
    weights = _weights(exact)
    terms = max(1, math.ceil(weights.sum() / SCALE))
    steps = min(limits.steps, SOON)
    while True:
        progress(f"looking for solutions of {terms} terms")
        found, ended = _searched(exact, weights, terms, steps, most)
        if not found and ended:
            terms += 1
        elif found:
            if not ended and len(found) < most:
                found, ended = _searched(exact, weights, terms, limits.steps, most)
            return Found(tuple(sorted(found)), complete=ended, least=terms)
        else:
            break
    progress(f"looking for the fewest terms, at least {terms}, with HiGHS")
    one, terms = _by_highs(exact, terms, limits.nodes)
    found = _exchanged(chart, [one], most)
    if len(found) < most and len(one) == terms:
        found = _exchanged(chart, [*found, *_searched(exact, weights, terms, limits.steps, most)[0]], most)
    return Found(tuple(sorted(found)), complete=False, least=terms, smallest=len(one) == terms)


def _weights(chart: NDArray[np.float64]) -> NDArray[np.float64]:
    """Whole weights of the columns with no class above ``SCALE`` together, as heavy as may be.

    Doubles hold these whole numbers exactly, so that sums come out the same in any order.
    """
    if chart.size <= SMALL:
        lengths = chart.sum(axis=1)
        return _feasible(chart, np.floor(SCALE / (chart * lengths[:, None]).max(axis=0)))
    from scipy.optimize import linprog
    from scipy.sparse import csr_matrix

    solved = linprog(-np.ones(chart.shape[1]), A_ub=csr_matrix(chart), b_ub=np.ones(len(chart)), method="highs")
    return _feasible(chart, np.floor(np.clip(solved.x, 0, 1) * SCALE))


def _by_highs(chart: NDArray[np.float64], least: int, nodes: int) -> tuple[tuple[int, ...], int]:
    """A cover as small as HiGHS finds within so many nodes, and how many terms are needed at least.

    Its bound is a double; a whole term is far more than its error, so it is cut by a thousandth and rounded up.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import csr_matrix

    solved = milp(
        np.ones(len(chart)),
        integrality=np.ones(len(chart)),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(csr_matrix(chart.T), 1, np.inf),
        options={"node_limit": nodes},
    )
    if solved.mip_dual_bound is not None and math.isfinite(solved.mip_dual_bound):
        least = max(least, math.ceil(solved.mip_dual_bound - 0.001))
    taken = np.flatnonzero(solved.x > 0.5) if solved.x is not None else np.arange(len(chart))
    return _without_needless(chart > 0, tuple(map(int, taken))), least


def _without_needless(chart: Chart, cover: tuple[int, ...]) -> tuple[int, ...]:
    """The cover (all classes, if it is none) without those that the others make needless, the smallest first."""
    chosen = list(cover if chart[list(cover)].any(axis=0).all() else range(len(chart)))
    held = chart[chosen].sum(axis=0)
    for place in sorted(chosen, key=lambda place: (chart[place].sum(), -place)):
        if (held - chart[place]).all():
            chosen.remove(place)
            held = held - chart[place]
    return tuple(sorted(chosen))


def _exchanged(chart: Chart, known: Sequence[tuple[int, ...]], most: int) -> list[tuple[int, ...]]:
    """Covers that come from those known by exchanging one class for another, again and again."""
    found = dict.fromkeys(known)
    waiting = list(found)
    for cover in waiting:
        for place in cover:
            others = [other for other in cover if other != place]
            alone = ~chart[others].any(axis=0)
            for instead in np.flatnonzero(chart[:, alone].all(axis=1)):
                new = tuple(sorted((*others, int(instead))))
                if new not in found:
                    found[new] = None
                    waiting.append(new)
                    if len(found) >= most:
                        return list(found)
    return list(found)


def _feasible(chart: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights cut down until no class weighs too much, then raised one by one as far as they may."""
    loads = np.maximum(chart @ weights, SCALE)
    cut: NDArray[np.float64] = np.floor(weights * SCALE / (chart * loads[:, None]).max(axis=0))
    loads = chart @ cut
    for column in range(chart.shape[1]):
        mine = chart[:, column] > 0
        room = SCALE - loads[mine].max()
        cut[column] += room
        loads[mine] += room
    return cut


def _searched(
    chart: NDArray[np.float64], weights: NDArray[np.float64], terms: int, steps: int, most: int
) -> tuple[list[tuple[int, ...]], bool]:
    """Covers of so many classes, and whether they are all."""
    search = _Branching(steps, most, [])
    ended = search.extend(chart, weights, np.arange(len(chart)), (), terms)
    return search.found, ended


@dataclass
class _Branching:
    """A search for covers: the steps left, how many covers to stop at, and those found."""

    steps: int
    most: int
    found: list[tuple[int, ...]]

    def extend(
        self,
        chart: NDArray[np.float64],
        weights: NDArray[np.float64],
        names: NDArray[np.int64],
        chosen: tuple[int, ...],
        terms: int,
    ) -> bool:
        """Collect the covers that add so many classes to those chosen; whether the search came to its end.

        ``chart`` and ``weights`` hold only the columns still to be covered, and only classes that may be chosen.
        """
        if self.steps <= 0:
            return False
        self.steps -= 1
        if terms == 1:
            full = chart.sum(axis=1) == chart.shape[1]
            self.found += [tuple(sorted((*chosen, int(name)))) for name in names[full]]
            return len(self.found) < self.most
        slack = terms * SCALE - weights.sum()
        gain = chart @ weights
        viable = gain >= SCALE - slack
        chart, names, gain = chart[viable], names[viable], gain[viable]
        ways = chart.sum(axis=0)
        if slack < 0 or not ways.all():
            return True
        open_to = np.flatnonzero(chart[:, np.argmin(ways)])
        allowed = np.ones(len(names), dtype=np.bool_)
        for place in open_to[np.argsort(-gain[open_to], kind="stable")]:
            allowed[place] = False
            left = chart[place] == 0
            if left.any():
                rest = chart[np.ix_(allowed, left)]
                if not self.extend(rest, weights[left], names[allowed], (*chosen, int(names[place])), terms - 1):
                    return False
        return True
