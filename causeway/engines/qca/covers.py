"""All smallest sets of prime implicants that cover every row with the outcome (an exact cover by branch and bound).

Smallest means *fewest terms*, R QCA's default; how many conditions the terms have does not count.

Primes that cover the same rows are one *class*: a cover takes one of each class chosen, so covers are found by class
and multiplied out. A row that only one class covers makes it essential. A row whose covering classes include all those
of another row is covered with it. What then falls apart is solved part by part.

In a part, every row is given a weight such that no class weighs more than one: the sum is a lower bound for the number
of terms (the dual of the linear programme). The weights are found by a subgradient method in whole numbers, so that
nothing depends on rounding, and any weights bound rightly. With j classes left to choose, a branch may waste no more
than j less the weight of what is uncovered; that is what prunes.

References: S.R. Petrick (1956); on duals in set covering, E. Balas, A. Ho (1980) and J.E. Beasley (1987). Exponential
in the worst case, so a search ends after ``most_steps``, and the result says what is proven.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Chart = NDArray[np.bool_]
Progress = Callable[[str], None]

SCALE = float(1 << 20)
ROUNDS = 400
MOST_STEPS = 300_000


@dataclass(frozen=True, kw_only=True)
class Covers:
    """Smallest covers.

    Attributes:
        covers: each a tuple of primes, by their places in the chart; at most as many as asked for.
        found: how many were counted in all, those beyond the cap too.
        complete: every smallest cover is among those counted.
        least: fewer terms than this cannot do. The covers have this many if ``smallest``.
        smallest: the covers are proven to have as few terms as can be.
    """

    covers: tuple[tuple[int, ...], ...]
    found: int
    complete: bool
    least: int
    smallest: bool


@dataclass
class _Search:
    """The steps left, shared by all parts, and how many class covers to stop at."""

    steps_left: int
    most: int
    progress: Progress


@dataclass(frozen=True)
class _Part:
    """A part of the chart: what its classes are, their smallest covers, and what is known about these."""

    classes: tuple[tuple[int, ...], ...]
    covers: tuple[tuple[int, ...], ...]
    complete: bool = True
    least: int = 1
    smallest: bool = True


def smallest_covers(
    chart: Chart, *, most: int, most_steps: int = MOST_STEPS, progress: Progress = lambda _: None
) -> Covers:
    """All smallest sets of the chart's rows (primes) that cover its columns, up to ``most`` of them.

    >>> import numpy as np
    >>> smallest_covers(np.array([[1, 1, 0], [0, 1, 1], [0, 0, 1]], dtype=bool), most=9).covers
    ((0, 1), (0, 2))
    """
    essential, rest = _reduced(chart)
    search = _Search(most_steps, most, progress)
    parts = [_Part((same,), ((0,),)) for same in essential]
    for columns in _components(rest):
        same, distinct = _classes(rest[:, columns])
        parts.append(_solved(distinct, same, search))
    return _multiplied(parts, most)


def _reduced(chart: Chart) -> tuple[list[tuple[int, ...]], Chart]:
    """Essential classes, and the chart with only the columns that these leave and no other column implies."""
    essential: list[tuple[int, ...]] = []
    while chart.shape[1]:
        same, distinct = _classes(chart)
        alone = np.unique(np.argmax(distinct[:, distinct.sum(axis=0) == 1], axis=0))
        essential += [same[place] for place in alone]
        left = ~distinct[alone].any(axis=0)
        left[left] = _needed(distinct[:, left])
        if left.all():
            break
        chart = chart[:, left]
    return essential, chart


def _classes(chart: Chart) -> tuple[tuple[tuple[int, ...], ...], Chart]:
    """Primes that cover the same columns, joined; those that cover most come first; those that cover none are gone."""
    rows: dict[bytes, list[int]] = {}
    packed = np.packbits(chart, axis=1)
    for place in np.flatnonzero(chart.any(axis=1)):
        rows.setdefault(packed[place].tobytes(), []).append(int(place))
    order = sorted(rows.values(), key=lambda same: (-int(chart[same[0]].sum()), same[0]))
    return tuple(map(tuple, order)), chart[[same[0] for same in order]]


def _needed(chart: Chart) -> NDArray[np.bool_]:
    """Columns that no other one implies: whoever covers the other need not cover them as well."""
    held = [int.from_bytes(np.packbits(column).tobytes(), "big") for column in chart.T]
    needed = np.ones(len(held), dtype=np.bool_)
    for place, mine in enumerate(held):
        needed[place] = not any(
            theirs & mine == theirs and (theirs != mine or other < place)
            for other, theirs in enumerate(held)
            if other != place
        )
    return needed


def _components(chart: Chart) -> Iterator[list[int]]:
    """Columns that hang together by primes, part by part."""
    left = set(range(chart.shape[1]))
    while left:
        part, new = set[int](), {min(left)}
        while new:
            part |= new
            touching = chart[:, sorted(new)].any(axis=1)
            new = set(map(int, np.flatnonzero(chart[touching].any(axis=0)))) - part
        left -= part
        yield sorted(part)


def _solved(chart: Chart, classes: tuple[tuple[int, ...], ...], search: _Search) -> _Part:
    """All smallest covers of a part, by ever more terms from the lower bound on."""
    exact = chart.astype(np.float64)
    weights = _weights(exact)
    least = max(1, math.ceil(weights.sum() / SCALE))
    everything = np.arange(len(chart))
    for terms in itertools.count(least):
        found: list[tuple[int, ...]] = []
        search.progress(f"looking for solutions of {terms} terms")
        ended = _extend(exact, weights, everything, (), terms, found, search)
        if found:
            return _Part(classes, tuple(sorted(found)), complete=ended, least=terms)
        if not ended:
            return _Part(classes, (_greedy(chart),), complete=False, least=terms, smallest=False)
    raise AssertionError


def _weights(chart: NDArray[np.float64]) -> NDArray[np.float64]:
    """Whole weights of the columns with no class above ``SCALE`` together, as heavy as the method finds.

    Doubles hold these whole numbers exactly, so that sums come out the same in any order.
    """
    lengths = chart.sum(axis=1)
    current: NDArray[np.float64] = np.floor(SCALE / (chart * lengths[:, None]).max(axis=0))
    best = _feasible(chart, current)
    aim, pace = best.sum() * 1.1, 1.0
    for number in range(ROUNDS):
        over = chart @ current > SCALE
        value = current.sum() + (SCALE - chart[over] @ current).sum()
        slope = 1 - chart[over].sum(axis=0)
        size = float(slope @ slope)
        if not size:
            break
        step = pace * max(aim - value, SCALE / 50) / size
        current = np.maximum(0, np.floor(current + step * slope))
        feasible = _feasible(chart, current)
        if feasible.sum() > best.sum():
            best = feasible
            aim = max(aim, best.sum() * 1.02)
        elif number % 20 == 19:
            pace *= 0.8
    return best


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


def _extend(
    chart: NDArray[np.float64],
    weights: NDArray[np.float64],
    names: NDArray[np.int64],
    chosen: tuple[int, ...],
    terms: int,
    found: list[tuple[int, ...]],
    search: _Search,
) -> bool:
    """Collect the covers that add so many terms to those chosen; whether the search came to its end.

    ``chart`` and ``weights`` hold only the columns still to be covered, and only classes that may be chosen.
    """
    if search.steps_left <= 0:
        return False
    search.steps_left -= 1
    slack = terms * SCALE - weights.sum()
    gain = chart @ weights
    viable = gain >= SCALE - slack
    if terms == 1:
        full = chart.sum(axis=1) == chart.shape[1]
        found += [tuple(sorted((*chosen, int(name)))) for name in names[full]]
        return len(found) < search.most
    chart, names, gain = chart[viable], names[viable], gain[viable]
    ways = chart.sum(axis=0)
    if slack < 0 or not ways.all():
        return True
    open_to = np.flatnonzero(chart[:, np.argmin(ways)])
    allowed = np.ones(len(names), dtype=np.bool_)
    for place in open_to[np.argsort(-gain[open_to], kind="stable")]:
        allowed[place] = False
        left = chart[place] == 0
        if not left.any():
            continue
        rest = chart[np.ix_(allowed, left)]
        if not _extend(rest, weights[left], names[allowed], (*chosen, int(names[place])), terms - 1, found, search):
            return False
    return True


def _greedy(chart: Chart) -> tuple[int, ...]:
    """Some cover: always the class that covers most of what is left; then without those that turn out needless."""
    left = np.ones(chart.shape[1], dtype=np.bool_)
    chosen: list[int] = []
    while left.any():
        chosen.append(int(np.argmax(chart[:, left].sum(axis=1))))
        left &= ~chart[chosen[-1]]
    for place in tuple(chosen):
        others = [other for other in chosen if other != place]
        if chart[others].any(axis=0).all():
            chosen = others
    return tuple(sorted(chosen))


def _multiplied(parts: Sequence[_Part], most: int) -> Covers:
    """One cover of every part, and one prime of every class in it, in all combinations."""
    found = math.prod(
        sum(math.prod(len(part.classes[place]) for place in cover) for cover in part.covers) for part in parts
    )
    choices = (
        tuple(sorted(prime for cover in pick for prime in cover))
        for pick in itertools.product(*(_primes_of(part, most) for part in parts))
    )
    return Covers(
        covers=tuple(sorted(itertools.islice(choices, most))),
        found=found,
        complete=all(part.complete for part in parts),
        least=sum(part.least for part in parts),
        smallest=all(part.smallest for part in parts),
    )


def _primes_of(part: _Part, most: int) -> list[tuple[int, ...]]:
    """The covers of a part, with each prime of each class."""
    choices = (pick for cover in part.covers for pick in itertools.product(*(part.classes[place] for place in cover)))
    return list(itertools.islice(choices, most))
