"""The ladder over time as lines: points for an SVG, nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format

from causeway.domains.campaigns.ladder_queries import Ladder

WIDTH, HEIGHT = 640, 260
LEFT, RIGHT, TOP, BOTTOM = 48, 16, 12, 28


@dataclass(frozen=True)
class Line:
    """One rung: ``number`` gives it its look, ``points`` are in the picture's own units."""

    number: int
    label: str
    points: str
    last: int | None


@dataclass(frozen=True)
class Tick:
    """A mark at the side, with what it says."""

    at: float
    label: str


@dataclass(frozen=True)
class Chart:
    """A picture of ``width`` by ``height`` units."""

    width: int
    height: int
    left: int
    right: int
    base: int
    lines: list[Line]
    ticks: list[Tick]
    days: list[Tick]


def chart_of(ladder: Ladder) -> Chart | None:
    """The weeks from left to right, how many reached each rung from the bottom up; None where nothing may be shown.

    Counts that the reader may not see leave a gap in the line.
    """
    most = max((count for rung in ladder.rungs for count in rung.weekly if count), default=0)
    if most == 0:
        return None
    top = _round_up(most)
    base, right = HEIGHT - BOTTOM, WIDTH - RIGHT
    step = (right - LEFT) / (len(ladder.weeks) - 1)

    def height(count: float) -> float:
        return round(base - (base - TOP) * count / top, 1)

    lines = [
        Line(
            number=number,
            label=rung.label,
            points=" ".join(
                f"{round(LEFT + step * week, 1)},{height(count)}"
                for week, count in enumerate(rung.weekly)
                if count is not None
            ),
            last=rung.weekly[-1],
        )
        for number, rung in enumerate(ladder.rungs, start=1)
    ]
    ticks = [Tick(height(share), f"{share:,}") for share in (0, top // 2, top)]
    weeks = len(ladder.weeks)
    days = [
        Tick(round(LEFT + step * week, 1), date_format(ladder.weeks[week], "j M"))
        for week in (0, weeks // 2, weeks - 1)
    ]
    return Chart(WIDTH, HEIGHT, LEFT, right, base, [line for line in lines if line.points], ticks, days)


def _round_up(count: int) -> int:
    """The next round even number: 10, 20, 40, 60, 100, 200 …"""
    size = 10
    while size * 10 < count:
        size *= 10
    return next(size * factor for factor in (1, 2, 4, 6, 8, 10) if size * factor >= count)
