"""Ten shapes, each with a colour of its own: a kind can be told by either."""

from __future__ import annotations

import math

LOOKS = 10


def shape(number: int, x: float, y: float, radius: float) -> str:
    """The shape of that number at a place; 0 is for whom no kind is known, a small open circle."""
    css = f'class="kind look-{number}"'
    if number in (0, 1):
        return f'<circle {css} cx="{x:.1f}" cy="{y:.1f}" r="{radius * (0.75 if number == 0 else 0.92):.1f}"/>'
    points = [(x + radius * dx, y + radius * dy) for dx, dy in OUTLINES[number - 2]]
    return f'<path {css} d="M{"L".join(f"{px:.1f} {py:.1f}" for px, py in points)}Z"/>'


def _regular(corners: int, turn: float) -> list[tuple[float, float]]:
    """Corners on a circle; ``turn`` is where the first stands, in parts of a whole turn from the top."""
    angles = [2 * math.pi * (corner / corners + turn) for corner in range(corners)]
    return [(math.sin(angle), -math.cos(angle)) for angle in angles]


def _star(spikes: int, inner: float) -> list[tuple[float, float]]:
    outer = _regular(2 * spikes, 0)
    return [(x * (inner if at % 2 else 1), y * (inner if at % 2 else 1)) for at, (x, y) in enumerate(outer)]


def _cross(turn: float) -> list[tuple[float, float]]:
    arm = 0.34
    corners = [(-arm, -1), (arm, -1), (arm, -arm), (1, -arm), (1, arm), (arm, arm)]
    corners += [(-x, -y) for x, y in corners]
    cos, sin = math.cos(turn), math.sin(turn)
    return [(x * cos - y * sin, x * sin + y * cos) for x, y in corners]


OUTLINES = (
    [(-0.82, -0.82), (0.82, -0.82), (0.82, 0.82), (-0.82, 0.82)],
    _regular(3, 0),
    _regular(4, 0),
    _regular(3, 0.5),
    _regular(5, 0),
    _star(5, 0.45),
    _regular(6, 1 / 12),
    _cross(0),
    _cross(math.pi / 4),
)
