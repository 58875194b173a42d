"""The map: crowds of people, as large as they are many, each group in its own colour, shape and letter."""

from __future__ import annotations

import math
from html import escape

from causeway.engines.opinion.crowds import Crowd
from causeway.engines.opinion.findings import Findings
from causeway.engines.opinion.report.sentences import group_name, people

WIDE, TALL, EDGE = 480, 360, 36
LARGEST, SMALLEST = 30.0, 9.0
SHAPES = ("circle", "square", "diamond", "triangle", "hexagon")
CORNERS = {"square": (4, 45), "diamond": (4, 0), "triangle": (3, -90), "hexagon": (6, 0)}
COLOURS = 5


def picture(found: Findings) -> str:
    """An SVG drawing whose words stand in the table beside it; colours come from the page’s style."""
    if not found.crowds:
        return f"<p>No group has {found.least_people} people on the map, so nobody is drawn.</p>"
    x_of, y_of = _scale([crowd.x for crowd in found.crowds], WIDE), _scale([crowd.y for crowd in found.crowds], TALL)
    most = max(crowd.people for crowd in found.crowds)
    small_last = sorted(found.crowds, key=lambda crowd: (-crowd.people, crowd.group, crowd.x, crowd.y))
    marks = [_mark(found, crowd, x_of(crowd.x), TALL - y_of(crowd.y), most) for crowd in small_last]
    drawn = "; ".join(
        f"{group_name(found, group)}: {people(sum(crowd.people for crowd in found.crowds if crowd.group == group))}"
        for group in sorted({crowd.group for crowd in found.crowds})
    )
    return "\n".join(
        [
            f'<svg viewBox="0 0 {WIDE} {TALL}" class="map" role="img" aria-labelledby="map-title map-words" '
            'xmlns="http://www.w3.org/2000/svg">',
            '<title id="map-title">The map of who votes alike</title>',
            f'<desc id="map-words">{escape(drawn)}. The table below says where each crowd stands.</desc>',
            f'<path class="axis" d="M0 {TALL - y_of(0):.0f}H{WIDE}M{x_of(0):.0f} 0V{TALL}"/>',
            *marks,
            "</svg>",
        ]
    )


def key(found: Findings) -> str:
    """Which shape, colour and letter is which group."""
    items = "".join(
        f'<li><svg viewBox="0 0 24 24" class="key" aria-hidden="true">{marked(found, group, 12, 12, 9)}</svg> '
        f"{escape(group_name(found, group))}: {people(size)}</li>"
        for group, size in enumerate(found.sizes.tolist())
    )
    return f'<ul class="keys">{items}</ul>'


def letter(found: Findings, group: int) -> str:
    """The mark of a group on the map: its own name if that is one sign, else a letter by its place."""
    name = found.names[group]
    short = all(len(one) == 1 for one in found.names)
    return name if short else chr(ord("A") + group) if group < 26 else str(group + 1)


def _scale(values: list[float], size: int) -> _Scale:
    low, high = min([*values, 0.0]), max([*values, 0.0])
    return _Scale(low, (size - 2 * EDGE) / ((high - low) or 1.0))


class _Scale:
    def __init__(self, low: float, factor: float) -> None:
        self.low, self.factor = low, factor

    def __call__(self, value: float) -> float:
        return EDGE + (value - self.low) * self.factor


def _mark(found: Findings, crowd: Crowd, x: float, y: float, most: int) -> str:
    radius = max(SMALLEST, LARGEST * math.sqrt(crowd.people / most) * _crowding(len(found.crowds)))
    words = f"{group_name(found, crowd.group)}, {people(crowd.people)}"
    return f"<g><title>{escape(words)}</title>{marked(found, crowd.group, x, y, radius)}</g>"


def marked(found: Findings, group: int, x: float, y: float, radius: float) -> str:
    """A group’s mark: its shape, colour and letter."""
    return _shape(group, x, y, radius) + _letter(found, group, x, y, radius)


def _crowding(count: int) -> float:
    """Marks are smaller where there are many, so that they leave room for one another."""
    return min(1.0, math.sqrt(12 / count))


def _shape(group: int, x: float, y: float, radius: float) -> str:
    shape, colour = SHAPES[group % len(SHAPES)], f"g{group % COLOURS}"
    if shape == "circle":
        return f'<circle class="{colour}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
    count, turn = CORNERS[shape]
    reach = radius * math.sqrt(2 * math.pi / (count * math.sin(2 * math.pi / count)))  # the area of the circle
    angles = [math.radians(turn + 360 * corner / count) for corner in range(count)]
    points = " ".join(f"{x + reach * math.cos(one):.1f},{y + reach * math.sin(one):.1f}" for one in angles)
    return f'<polygon class="{colour}" points="{points}"/>'


def _letter(found: Findings, group: int, x: float, y: float, radius: float) -> str:
    sign = letter(found, group)
    size = min(20.0, radius * (1.2 if len(sign) == 1 else 0.9))
    return (
        f'<text x="{x:.1f}" y="{y + size * 0.35:.1f}" font-size="{size:.1f}" text-anchor="middle">{escape(sign)}</text>'
    )
