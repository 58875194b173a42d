"""Venn diagrams of up to five conditions: each part is a row of the truth table, coloured by what came out.

Two and three sets are circles, four and five ellipses (five after B. Grünbaum 1975), so that every part exists. A part
is drawn as a rectangle cut to the inside or the outside of each set; its label stands where there is most room.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

import numpy as np
from numpy.typing import NDArray

from causeway.engines.qca.result import Comparison
from causeway.engines.qca.terms import Term
from causeway.engines.qca.truth_table import Row

MOST_SETS = 5
SIZE = 400
MARKS = {"1": "✓", "0": "✗", "C": "±", "?": "?"}
KINDS = {"1": "on", "0": "off", "C": "mixed", "?": "rare"}


@dataclass(frozen=True)
class Ellipse:
    """An ellipse, turned by so many degrees, and where its name stands."""

    x: float
    y: float
    wide: float
    high: float
    turn: float
    name: tuple[float, float]

    @property
    def svg(self) -> str:
        """As a shape."""
        return (
            f'<ellipse cx="{self.x:g}" cy="{self.y:g}" rx="{self.wide:g}" ry="{self.high:g}" '
            f'transform="rotate({self.turn:g} {self.x:g} {self.y:g})"'
        )

    @property
    def path(self) -> str:
        """As a path, for what lies outside."""
        turn = math.radians(self.turn)
        dx, dy = self.wide * math.cos(turn), self.wide * math.sin(turn)
        arc = f"A{self.wide:g} {self.high:g} {self.turn:g} 1 1"
        return (
            f"M{self.x - dx:.2f} {self.y - dy:.2f}{arc} {self.x + dx:.2f} {self.y + dy:.2f}"
            f"{arc} {self.x - dx:.2f} {self.y - dy:.2f}Z"
        )

    def holds(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
        """Which points lie inside."""
        turn = math.radians(self.turn)
        along = (x - self.x) * math.cos(turn) + (y - self.y) * math.sin(turn)
        across = (y - self.y) * math.cos(turn) - (x - self.x) * math.sin(turn)
        return (along / self.wide) ** 2 + (across / self.high) ** 2 < 1


def drawable(found: Comparison) -> bool:
    """Whether there are at most five conditions, of two values each."""
    conditions = found.cases.conditions
    return len(conditions) <= MOST_SETS and all(condition.levels == 2 for condition in conditions)


def venn_svg(found: Comparison) -> str:
    """The diagram; parts that were never seen stay empty."""
    sets = shapes(len(found.cases.conditions))
    places = label_places(len(sets))
    parts = [
        f'<svg viewBox="0 0 {SIZE} {SIZE}" class="plot" role="img" aria-labelledby="venn-title venn-words" '
        'xmlns="http://www.w3.org/2000/svg">',
        '<title id="venn-title">Venn diagram of the conditions</title>',
        f'<desc id="venn-words">{escape(_words(found))}</desc>',
        "<defs>",
        *(_clips(number, one) for number, one in enumerate(sets)),
        "</defs>",
        *(_part(row) for row in found.table.rows),
        *(f'{one.svg} class="set"/>' for one in sets),
        *(_label(row, places[row.values]) for row in found.table.rows if row.values in places),
    ]
    for one, condition in zip(sets, found.cases.conditions, strict=True):
        x, y = one.name
        anchor = "start" if x < SIZE / 3 else "end" if x > SIZE * 2 / 3 else "middle"
        name = condition.name if len(condition.name) <= 16 else condition.name[:15] + "…"
        parts.append(f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" class="name">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>"])


@cache
def shapes(count: int) -> tuple[Ellipse, ...]:
    """The sets of a diagram of so many."""
    if count == 1:
        return (Ellipse(200, 200, 120, 120, 0, (200, 70)),)
    if count == 2:
        return (Ellipse(145, 205, 120, 120, 0, (30, 70)), Ellipse(255, 205, 120, 120, 0, (370, 70)))
    if count == 3:
        return (
            Ellipse(145, 155, 110, 110, 0, (20, 40)),
            Ellipse(255, 155, 110, 110, 0, (380, 40)),
            Ellipse(200, 250, 110, 110, 0, (200, 380)),
        )
    if count == 4:
        return (
            Ellipse(140, 230, 145, 85, 45, (10, 110)),
            Ellipse(195, 185, 145, 85, 45, (90, 45)),
            Ellipse(205, 185, 145, 85, -45, (310, 45)),
            Ellipse(260, 230, 145, 85, -45, (390, 110)),
        )
    found, names = [], ((200, 16), (396, 92), (345, 388), (55, 388), (4, 92))
    for number, name in enumerate(names):
        angle = math.radians(72 * number - 90)
        x, y = 200 + 29 * math.cos(angle + 0.4), 205 + 29 * math.sin(angle + 0.4)
        found.append(Ellipse(x, y, 144, 90, 72 * number - 90, name))
    return tuple(found)


@cache
def label_places(count: int) -> dict[Term, tuple[float, float]]:
    """For each part, the middle of where it is broadest: what is left when its edge is taken off again and again."""
    step = 2.0
    line = np.arange(step / 2, SIZE, step)
    x, y = np.meshgrid(line, line)
    code = np.zeros(x.shape, dtype=np.int64)
    for one in shapes(count):
        code = code * 2 + one.holds(x, y)
    found = {}
    for number in range(2**count):
        part = code == number
        if number == 0:
            part &= y > SIZE * 0.93
        if part.any():
            last = _core(part)
            row = tuple(number >> (count - 1 - place) & 1 for place in range(count))
            found[row] = (round(float(x[last].mean()), 1), round(float(y[last].mean()), 1))
    return found


def _core(part: NDArray[np.bool_]) -> NDArray[np.bool_]:
    while True:
        inner = part.copy()
        for axis in (0, 1):
            for way in (1, -1):
                inner &= np.roll(part, way, axis=axis)
        if not inner.any():
            return part
        part = inner


def _clips(number: int, one: Ellipse) -> str:
    return (
        f'<clipPath id="in{number}">{one.svg}/></clipPath>'
        f'<clipPath id="out{number}"><path clip-rule="evenodd" d="M0 0H{SIZE}V{SIZE}H0Z{one.path}"/></clipPath>'
    )


def _part(row: Row) -> str:
    inside = "".join(
        f'<g clip-path="url(#{"in" if value else "out"}{place})">' for place, value in enumerate(row.values)
    )
    return f'{inside}<rect width="{SIZE}" height="{SIZE}" class="{KINDS[row.out]}"/>{"</g>" * len(row.values)}'


def _label(row: Row, place: tuple[float, float]) -> str:
    x, y = place
    return (
        f'<text x="{x:g}" y="{y + 4:g}" text-anchor="middle">{len(row.cases)}{MARKS[row.out]}'
        f"<title>{escape(', '.join(row.cases))}</title></text>"
    )


def _words(found: Comparison) -> str:
    def named(outs: Sequence[str]) -> int:
        return sum(row.out in outs for row in found.table.rows)

    return (
        f"Each part is a combination of conditions, with its number of cases. {named('1')} go with the outcome, "
        f"{named('0')} do not, {named('C?')} are undecided or too rare; the others were never seen. The same figures "
        "stand in the truth table."
    )
