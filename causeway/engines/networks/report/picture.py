"""The picture: organisations by shape and colour, ties as lines, and names where there is room for them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import Any, NamedTuple

from causeway.engines.exact import BadInput
from causeway.engines.networks.layout import HEIGHT, MARGIN, Layout, Point, most_central, place
from causeway.engines.networks.measuring import Findings
from causeway.engines.networks.network import ACTION, AFFILIATION, SUPPORT, Network
from causeway.engines.networks.report.labels import Box, labels
from causeway.engines.networks.report.shapes import LOOKS, shape

SQUARE = 0.125
LOWEST = 2.0
EDGE = 22
RING = 3.5
DENSE = 120
TIP = (
    '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
    'markerUnits="userSpaceOnUse" orient="auto-start-reverse"><path class="tip" d="M0 0L8 4L0 8Z"/></marker></defs>'
)
SIDES = ((40, 760), (120, 1040), (10**9, 1400))


@dataclass(frozen=True, eq=False)
class Picture:
    """Where organisations stand, the most central first, and the kinds in the order of their shapes."""

    places: Layout
    kinds: tuple[str, ...]


class Body(NamedTuple):
    """A shape in pixels; ``reach`` is how far nothing else may come."""

    x: float
    y: float
    radius: float
    reach: float


def arrange(found: Findings, before: Picture | None = None) -> Picture:
    """Places and shapes for a network; those of an earlier picture are kept as ``layout`` promises."""
    contacts = found.network.contacts()
    shown = most_central(contacts, {name: one.between for name, one in found.holding.standing.items()})
    places = place(contacts.subgraph(shown), before.places if before else None)
    kinds = before.kinds if before else ()
    fresh = sorted(set(found.network.kinds.values()) - set(kinds))
    return Picture({name: places[name] for name in shown}, (*kinds, *fresh))


def earlier(said: Any) -> Picture:
    """The picture in what an earlier ``--json`` said; refused where it is no such thing."""
    try:
        picture = said["picture"]
        places = {str(name): Point(float(x), float(y)) for name, (x, y) in picture["places"].items()}
        kinds = tuple(map(str, picture["kinds"]))
    except (TypeError, KeyError, ValueError, AttributeError, OverflowError) as error:
        raise BadInput(
            "The earlier result has no picture; give a file that causeway network --json printed."
        ) from error
    if not all(0 <= point.x <= 1 and 0 <= point.y <= LOWEST for point in places.values()):
        raise BadInput("The earlier result has places outside the picture.")
    return Picture(places, tuple(dict.fromkeys(kinds)))


def square(point: Point) -> str:
    """The square of the picture as on a town map: a letter from the left, a number from the top."""
    return f"{'ABCDEFGH'[min(7, int(point.x / SQUARE))]}{int(point.y / SQUARE) + 1}"


def svg(found: Findings, picture: Picture) -> str:
    """The picture as SVG. Colours come from the page; the table of organisations says the same in words."""
    side = next(side for most, side in SIDES if len(picture.places) <= most)
    lowest = max((point.y + MARGIN for point in picture.places.values()), default=HEIGHT)
    width, height = side + EDGE, math.ceil(max(HEIGHT, lowest) * side) + EDGE
    bodies = _bodies(found, picture, side)
    dense = ' class="dense"' if len(bodies) > DENSE else ""
    return "\n".join(
        [
            f'<svg{dense} viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
            'aria-labelledby="picture-title picture-words" xmlns="http://www.w3.org/2000/svg">',
            '<title id="picture-title">Who is in contact with whom</title>',
            f'<desc id="picture-words">{escape(_words(found, picture))}</desc>',
            TIP,
            *_grid(side, width, height),
            *_lines(found.network, bodies),
            *_shapes(found.network, picture, bodies),
            *_names(bodies, width, height),
            "</svg>",
        ]
    )


def legend(found: Findings, picture: Picture) -> str:
    """Shapes and lines with their meaning."""
    network = found.network
    used = {network.kinds.get(name, "") for name in picture.places}
    parts = [_key(look(picture, kind), escape(kind)) for kind in picture.kinds if kind in used]
    if "" in used:
        parts.append(_key(look(picture, ""), "kind not known"))
    if network.powers & set(picture.places):
        parts.append(f"<li>{_small(shape(0, 10, 10, 5) + _ring(10, 10, 5))} a ring: an institution of power</li>")
    lines = {AFFILIATION: "affiliation", ACTION: "joint action", SUPPORT: "support, towards who got it"}
    for layer in found.layers:
        if layer.ties:
            tip = ' marker-end="url(#tip)"' if layer.name == SUPPORT else ""
            line = f'<line class="{_css(layer.name)}" x1="0" y1="10" x2="30" y2="10"{tip}/>'
            parts.append(f"<li>{_small(line, 30)} {lines[layer.name]}</li>")
    return f'<ul class="legend">{"".join(parts)}</ul>'


def look(picture: Picture, kind: str) -> int:
    """The number of a kind's shape and colour; 0 for unknown, and after ten kinds they come round again."""
    return 1 + picture.kinds.index(kind) % LOOKS if kind else 0


def _bodies(found: Findings, picture: Picture, side: int) -> dict[str, Body]:
    """Shapes in pixels, most central first: larger where more shortest ways lead through."""
    powers, standing = found.network.powers, found.holding.standing
    most = max((standing[name].between for name in picture.places), default=0) or 1
    bodies = {}
    for name, point in picture.places.items():
        radius = 5 + 6 * math.sqrt(standing[name].between / most)
        reach = radius + (RING + 1 if name in powers else 1)
        bodies[name] = Body(EDGE + point.x * side, EDGE + point.y * side, radius, reach)
    return bodies


def _grid(side: int, width: int, height: int) -> list[str]:
    step, parts = SQUARE * side, []
    for number, letter in enumerate("ABCDEFGH"):
        x = EDGE + number * step
        parts.append(f'<path class="grid" d="M{x:.1f} {EDGE}V{height}"/>')
        parts.append(f'<text class="edge" x="{x + step / 2:.1f}" y="15">{letter}</text>')
    for number in range(math.ceil((height - EDGE) / step)):
        y = EDGE + number * step
        parts.append(f'<path class="grid" d="M{EDGE} {y:.1f}H{width}"/>')
        middle = min(y + step / 2, height - 4)
        parts.append(f'<text class="edge" x="10" y="{middle + 4:.1f}">{number + 1}</text>')
    return parts


def _lines(network: Network, bodies: Mapping[str, Body]) -> list[str]:
    """One line a pair, drawn as its strongest layer: support before joint action before affiliation."""
    rank = {AFFILIATION: 0, ACTION: 1, SUPPORT: 2}
    pairs: dict[tuple[str, str], set[tuple[int, str]]] = {}
    for tie in network.ties:
        if tie.one in bodies and tie.other in bodies:
            one, other = sorted((tie.one, tie.other))
            pairs.setdefault((one, other), set()).add((rank[tie.layer], tie.other))
    drawn = []
    for (one, other), ties in sorted(pairs.items(), key=lambda pair: (max(pair[1])[0], pair[0])):
        x1, y1, x2, y2 = _from_edge_to_edge(bodies[one], bodies[other])
        tips = "".join(
            f' {at}="url(#tip)"'
            for at, end in (("marker-start", one), ("marker-end", other))
            if (rank[SUPPORT], end) in ties
        )
        css = _css((AFFILIATION, ACTION, SUPPORT)[max(ties)[0]])
        drawn.append(f'<line class="{css}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"{tips}/>')
    return drawn


def _from_edge_to_edge(one: Body, other: Body) -> tuple[float, float, float, float]:
    """A line between two shapes that touches neither."""
    dx, dy = other.x - one.x, other.y - one.y
    length = math.hypot(dx, dy) or 1.0
    near, far = min(one.reach + 1, length / 2) / length, min(other.reach + 1, length / 2) / length
    return one.x + dx * near, one.y + dy * near, other.x - dx * far, other.y - dy * far


def _shapes(network: Network, picture: Picture, bodies: Mapping[str, Body]) -> list[str]:
    """The most central last, so that they lie on top."""
    drawn = []
    for name, body in reversed(list(bodies.items())):
        kind = network.kinds.get(name, "")
        ring = _ring(body.x, body.y, body.radius) if name in network.powers else ""
        told = f"{name}, {kind or 'kind not known'}, {square(picture.places[name])}"
        drawn.append(f"<g><title>{escape(told)}</title>{shape(look(picture, kind), *body[:3])}{ring}</g>")
    return drawn


def _names(bodies: Mapping[str, Body], width: float, height: float) -> list[str]:
    boxes = [
        Box(body.x - body.reach, body.y - body.reach, body.x + body.reach, body.y + body.reach)
        for body in bodies.values()
    ]
    return [
        f'<text class="name" x="{one.x:.1f}" y="{one.y:.1f}" text-anchor="{one.anchor}">{escape(one.text)}</text>'
        for one in labels(list(bodies), boxes, Box(EDGE, EDGE, width, height))
    ]


def _words(found: Findings, picture: Picture) -> str:
    left = len(found.network.names) - len(picture.places)
    rest = f" The {left:,} least central are not drawn." if left else ""
    return (
        f"{len(picture.places):,} organisations as shapes by kind, {found.pairs:,} pairs in contact as lines.{rest} "
        "The table of all organisations says who is in contact with whom, and in which square each stands."
    )


def _ring(x: float, y: float, radius: float) -> str:
    return f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="{radius + RING:.1f}"/>'


def _key(number: int, words: str) -> str:
    return f"<li>{_small(shape(number, 10, 10, 7))} {words}</li>"


def _small(drawing: str, width: int = 20) -> str:
    return f'<svg viewBox="0 0 {width} 20" width="{width}" height="20" aria-hidden="true">{drawing}</svg>'


def _css(layer: str) -> str:
    return "tie-" + layer.replace(" ", "-")
