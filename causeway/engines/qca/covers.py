"""All smallest sets of prime implicants that cover every row with the outcome (an exact cover by branch and bound).

Smallest means *fewest terms*, R QCA's default; how many conditions the terms have does not count.

Primes that cover the same rows are one *class*: a cover takes one of each class chosen, so covers are found by class
and multiplied out. A row that only one class covers makes it essential. A row whose covering classes include all those
of another row is covered with it. What then falls apart is solved part by part.

References: S.R. Petrick (1956); E. Balas, A. Ho (1980) on set covering.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from causeway.engines.qca.cover_search import Chart, Found, Limits, Progress, class_covers


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


@dataclass(frozen=True)
class _Part:
    """A part of the chart: the primes of its classes, and which of these cover it."""

    classes: tuple[tuple[int, ...], ...]
    found: Found


def smallest_covers(
    chart: Chart, *, most: int, limits: Limits | None = None, progress: Progress = lambda _: None
) -> Covers:
    """All smallest sets of the chart's rows (primes) that cover its columns, up to ``most`` of them.

    >>> import numpy as np
    >>> smallest_covers(np.array([[1, 1, 0], [0, 1, 1], [0, 0, 1]], dtype=bool), most=9).covers
    ((0, 1), (0, 2))
    """
    essential, rest = _reduced(chart)
    limits = limits or Limits()
    parts = [_Part((same,), Found(((0,),))) for same in essential]
    for columns in _components(rest):
        same, distinct = _classes(rest[:, columns])
        parts.append(_Part(same, class_covers(distinct, most, limits, progress)))
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


def _multiplied(parts: Sequence[_Part], most: int) -> Covers:
    """One cover of every part, and one prime of every class in it, in all combinations."""
    found = math.prod(
        sum(math.prod(len(part.classes[place]) for place in cover) for cover in part.found.covers) for part in parts
    )
    choices = (
        tuple(sorted(prime for cover in pick for prime in cover))
        for pick in itertools.product(*(_primes_of(part, most) for part in parts))
    )
    return Covers(
        covers=tuple(sorted(itertools.islice(choices, most))),
        found=found,
        complete=all(part.found.complete for part in parts),
        least=sum(part.found.least for part in parts),
        smallest=all(part.found.smallest for part in parts),
    )


def _primes_of(part: _Part, most: int) -> list[tuple[int, ...]]:
    """The covers of a part, with each prime of each class."""
    choices = (
        pick for cover in part.found.covers for pick in itertools.product(*(part.classes[place] for place in cover))
    )
    return list(itertools.islice(choices, most))
