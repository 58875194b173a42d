"""A campaign's timeline: decision dates above the line, what the campaign did below it, everything in order.

Pure reckoning over dates; nothing here asks the database or the clock.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.formats import date_format
from django_stubs_ext import StrOrPromise

MARGIN = 24
ROW = 26
DOT = 13
ROWS = 5
STACK = 6
XOf = Callable[[date], float]
LETTER = 9.8  # the width of a letter of a label, in the drawing's units


class Lane(StrEnum):
    """Where an entry is drawn."""

    DECISION = "decision"
    ACTION = "action"
    RESULT = "result"


@dataclass(frozen=True)
class Entry:
    """One thing that happened, or is to be decided, on a day."""

    on: date
    lane: Lane
    kind: StrOrPromise
    words: str
    ends_on: date | None = None
    source: str = ""
    source_url: str = ""
    address: str = ""


@dataclass(frozen=True)
class Mark:
    """Where an entry is drawn; ``label_y`` is nothing where there is no room for its words."""

    x: float
    y: int
    entry: Entry
    width: float = 0
    label_y: int | None = None
    anchor: str = "middle"

    @property
    def end_x(self) -> float:
        """Where something that lasted ends."""
        return self.x + self.width

    @property
    def left(self) -> float:
        """The left edge of a square around it."""
        return self.x - 4.5

    @property
    def top(self) -> float:
        """The upper edge of that square."""
        return self.y - 4.5


@dataclass(frozen=True)
class Tick:
    """A year (or month) on the line."""

    x: float
    words: str


@dataclass(frozen=True)
class Drawing:
    """A drawing ready for SVG, in units of its own ``width`` and ``height``."""

    width: int
    height: int
    axis_y: int
    ticks: tuple[Tick, ...]
    above: tuple[Mark, ...]
    below: tuple[Mark, ...]
    today_x: float | None


@dataclass(frozen=True)
class Timeline:
    """Entries in order of date, and the same as drawings for a wide page and for a phone."""

    entries: tuple[Entry, ...]
    wide: Drawing | None
    narrow: Drawing | None
    today: date

    @property
    def coming(self) -> tuple[Entry, ...]:
        """What lies ahead."""
        return tuple(entry for entry in self.entries if entry.on > self.today)

    @property
    def actions(self) -> int:
        """How many actions were taken."""
        return sum(entry.lane == Lane.ACTION for entry in self.entries)

    @property
    def decisions(self) -> int:
        """How many decision dates it has."""
        return sum(entry.lane == Lane.DECISION for entry in self.entries)


def timeline_of(entries: Iterable[Entry], *, today: date) -> Timeline:
    """Put entries in order and draw them. With fewer than two different days there is nothing to draw."""
    ordered = tuple(sorted(entries, key=lambda entry: (entry.on, entry.lane, entry.words)))
    if len({entry.on for entry in ordered}) < 2:
        return Timeline(ordered, None, None, today)
    return Timeline(ordered, draw(ordered, 1000, today), draw(ordered, 340, today, labels=False), today)


def draw(entries: Sequence[Entry], width: int, today: date, *, labels: bool = True) -> Drawing:
    """Lay the entries out along a line ``width`` units wide."""
    first = min(entry.on for entry in entries)
    last = max(max(entry.ends_on or entry.on for entry in entries), first)
    span = max((last - first).days, 1)

    def x_of(day: date) -> float:
        return round(MARGIN + (width - 2 * MARGIN) * min(max((day - first).days, 0), span) / span, 1)

    decisions = [entry for entry in entries if entry.lane == Lane.DECISION]
    others = [entry for entry in entries if entry.lane != Lane.DECISION]
    axis_y = 30 + ROW * _rows_of_words(_above(decisions, x_of, 0, width, labels=labels))
    above = _above(decisions, x_of, axis_y, width, labels=labels)
    below = _below(others, x_of, axis_y)
    lowest = max((mark.y for mark in below), default=axis_y)
    return Drawing(
        width=width,
        height=max(lowest + 20, axis_y + 44),
        axis_y=axis_y,
        ticks=_ticks(first, last, x_of, width),
        above=tuple(above),
        below=tuple(below),
        today_x=x_of(today) if first <= today <= last else None,
    )


def _above(entries: Sequence[Entry], x_of: XOf, axis_y: int, width: int, *, labels: bool) -> list[Mark]:
    """Decision dates, their words on the lowest row where they do not touch other words."""
    free_from = [0.0] * ROWS
    marks = []
    for entry in entries:
        x = x_of(entry.on)
        length = len(str(entry.kind)) * LETTER
        start = min(max(x - length / 2, 0), width - length)
        row = next((row for row in range(ROWS) if free_from[row] <= start), None) if labels else None
        if row is not None:
            free_from[row] = start + length + 12
        label_y = None if row is None else axis_y - 20 - row * ROW
        anchor = "start" if x - length / 2 < 0 else "end" if x + length / 2 > width else "middle"
        marks.append(Mark(x, axis_y, entry, label_y=label_y, anchor=anchor))
    return marks


def _rows_of_words(marks: Sequence[Mark]) -> int:
    """How many rows the words take that ``_above`` laid out over a line at 0."""
    return max((-mark.label_y - 20) // ROW + 1 if mark.label_y is not None else 0 for mark in marks) if marks else 0


def _below(entries: Sequence[Entry], x_of: XOf, axis_y: int) -> list[Mark]:
    """Actions and results, one under the other where they would touch."""
    free_from = [0.0] * STACK
    marks = []
    for entry in entries:
        x = x_of(entry.on)
        width = max(x_of(entry.ends_on) - x, 0) if entry.ends_on else 0
        row = next((row for row in range(STACK) if free_from[row] <= x), STACK - 1)
        free_from[row] = x + width + DOT
        marks.append(Mark(x, axis_y + 36 + row * DOT, entry, width=width))
    return marks


def _ticks(first: date, last: date, x_of: XOf, width: int) -> tuple[Tick, ...]:
    """The years that begin within the span; within one year, its months."""
    if first.year == last.year:
        days = [date(first.year, month, 1) for month in range(first.month, last.month + 1)]
        ticks = [Tick(x_of(day), date_format(day, "M")) for day in days]
    else:
        ticks = [Tick(x_of(date(year, 1, 1)), str(year)) for year in range(first.year, last.year + 1)]
    room = int((width - 2 * MARGIN) / 44) or 1
    step = -(-len(ticks) // room)
    kept: list[Tick] = []
    for tick in ticks[::step]:
        if not kept or tick.x - kept[-1].x >= 40:
            kept.append(tick)
    return tuple(kept)
