"""Where organisations stand in the picture: near those they are tied to, and where they stood before.

The frame is 1 wide and 0.75 high and never changes its scale. Organisations in contact with others stand by stress
majorisation: distances in the picture follow the number of steps between them (E. Gansner, Y. Koren, S. North 2005,
“Graph drawing by stress majorization”). Those without contacts stand in rows at the bottom.

**It stays put.** An organisation that had contacts in an earlier picture, and still has some, moves by at most
``MOST_MOVE`` from there, whatever was added; newcomers find their place around those who were there. From picture to
picture the known can drift, never jump.

Deterministic: it starts from a spiral in a stated order, and uses no random number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from causeway.engines.networks.chance import Floats

WIDTH, HEIGHT = 1.0, 0.75
MARGIN = 0.03
LONE_FROM = 0.76
LONE_STEP = 0.025
MOST_MOVE = 0.02
MOST_PLACED = 300
ROUNDS = 200
STILL = 1e-4
TINY = 1e-9
GOLDEN = 2.399963229728653


class Point(NamedTuple):
    """A place in the frame; x from the left, y from the top. ``y`` beyond 0.75 is among those without contacts."""

    x: float
    y: float


Layout = Mapping[str, Point]
Flags = NDArray[np.bool_]


def most_central(graph: nx.Graph[str], between: Mapping[str, float]) -> list[str]:
    """The (at most 300) organisations to draw, most central first: by betweenness, then contacts, then name."""
    return sorted(graph, key=lambda name: (-round(between[name], 9), -graph.degree(name), name))[:MOST_PLACED]


def place(graph: nx.Graph[str], before: Layout | None = None) -> dict[str, Point]:
    """Places for all organisations of a graph of at most some hundreds, near their places ``before``.

    Time O(rounds x n^2) with n^2 numbers in memory; largest tried 1,000.
    """
    known = {name: point for name, point in (before or {}).items() if name in graph}
    tied = [name for name in sorted(graph) if graph.degree(name)]
    lone = [name for name in sorted(graph) if not graph.degree(name)]
    places = _tied(graph.subgraph(tied), tied, known) if tied else {}
    return places | _lone(lone, known)


def _tied(graph: nx.Graph[str], names: Sequence[str], known: Layout) -> dict[str, Point]:
    """Stress majorisation; the known are held near their places."""
    steps = _steps(graph, names)
    held = np.array([name in known and known[name].y <= HEIGHT for name in names])
    anchor = np.array([known.get(name, (0.0, 0.0)) for name in names], dtype=float).reshape(-1, 2)
    spots = _start(graph, names, known)
    if held.sum() < 2:
        spots = _majorise(spots, steps, np.zeros(len(names), dtype=bool), anchor)
        spots = _fit(spots)
        spots = np.where(held[:, None], _near(spots, anchor), spots)
    else:
        spots = _majorise(spots, steps * _scale(anchor, steps, held), held, anchor)
    spots = _apart(spots, held, anchor)
    return {name: Point(round(float(x), 4), round(float(y), 4)) for name, (x, y) in zip(names, spots, strict=True)}


def _steps(graph: nx.Graph[str], names: Sequence[str]) -> Floats:
    """Steps between every two; for those in different parts, two more than between any two of one part."""
    number = {name: at for at, name in enumerate(names)}
    steps = np.full((len(names), len(names)), np.inf)
    for name, reached in nx.all_pairs_shortest_path_length(graph):
        for other, distance in reached.items():
            steps[number[name], number[other]] = distance
    finite = np.isfinite(steps)
    return np.where(finite, steps, steps[finite].max(initial=0) + 2)


def _start(graph: nx.Graph[str], names: Sequence[str], known: Layout) -> Floats:
    """Known places; newcomers by the known in contact with them, else on a spiral of those most in contact."""
    spots = np.zeros((len(names), 2))
    order = sorted(range(len(names)), key=lambda at: (-graph.degree(names[at]), names[at]))
    for turn, at in enumerate(order):
        name = names[at]
        near = [known[other] for other in graph[name] if other in known and known[other].y <= HEIGHT]
        middle = np.mean(near, axis=0) if near else np.array([WIDTH / 2, HEIGHT / 2])
        reach = 0.03 if near else 0.35 * np.sqrt((turn + 1) / len(names))
        spots[at] = middle + reach * np.array([np.cos(GOLDEN * turn), np.sin(GOLDEN * turn)])
        if name in known and known[name].y <= HEIGHT:
            spots[at] = known[name]
    return spots


def _majorise(spots: Floats, steps: Floats, held: Flags, anchor: Floats) -> Floats:
    """Lower sum (|x_i - x_j| - d_ij)^2 / d_ij^2 by SMACOF; each round the known are put back near their anchors."""
    weight = 1 / np.maximum(steps, TINY) ** 2
    np.fill_diagonal(weight, 0)
    wanted, longest = weight * steps, steps.max()
    laplace = np.diag(weight.sum(axis=1)) - weight
    inverse = np.linalg.inv(laplace + weight.mean())
    for _ in range(ROUNDS):
        before = spots
        across, down = (np.subtract.outer(column, column) for column in spots.T)
        apart = np.sqrt(across * across + down * down)
        pull = wanted / np.maximum(apart, TINY)
        spots = inverse @ (pull.sum(axis=1)[:, None] * spots - pull @ spots)
        if held.any():
            spots = _inside(np.where(held[:, None], _near(spots, anchor), spots))
        if np.abs(spots - before).max() < STILL * longest:
            break
    return spots


def _scale(anchor: Floats, steps: Floats, held: Flags) -> float:
    """How long a step is among the known, so that newcomers stand at the same scale."""
    one, other = np.triu_indices(int(held.sum()), 1)
    known, far = anchor[held], steps[np.ix_(held, held)][one, other]
    apart = np.linalg.norm(known[one] - known[other], axis=1)
    return float(max((apart / far).sum() / len(far), 0.01))


def _fit(spots: Floats) -> Floats:
    """Turned so that the longest way lies across, and stretched to the frame."""
    centred = spots - spots.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    turned = centred @ axes[:, ::-1]
    for column in range(2):
        largest = turned[np.abs(turned[:, column]).argmax(), column]
        turned[:, column] *= -1 if largest < 0 else 1
    low, span = turned.min(axis=0), np.ptp(turned, axis=0)
    room = np.array([WIDTH, HEIGHT]) - 2 * MARGIN
    return np.asarray(np.where(span > 1e-9, MARGIN + (turned - low) / np.maximum(span, 1e-9) * room, MARGIN + room / 2))


def _apart(spots: Floats, held: Flags, anchor: Floats) -> Floats:
    """Push apart those closer than their share of the frame allows, within the frame and the bounds of the known."""
    least = min(0.08, 0.75 * np.sqrt(WIDTH * HEIGHT / max(1, len(spots))))
    for _ in range(ROUNDS):
        across, down = (np.subtract.outer(column, column) for column in spots.T)
        far = np.sqrt(across * across + down * down)
        one, other = np.nonzero(np.triu(far < least * (1 - STILL), 1))
        if not len(one):
            break
        away = np.stack([across[one, other], down[one, other]], axis=1)
        angle = GOLDEN * (one + 2 * other)
        aside = np.stack([np.cos(angle), np.sin(angle)], axis=1)
        gap = far[one, other][:, None]
        push = np.where(gap > TINY, away / np.maximum(gap, TINY), aside) * (least - gap) / 2.5
        shift = np.zeros_like(spots)
        np.add.at(shift, one, push)
        np.add.at(shift, other, -push)
        spots = _inside(spots + np.clip(shift, -least, least))
        spots = np.where(held[:, None], _near(spots, anchor), spots)
    return spots


def _near(spots: Floats, anchor: Floats) -> Floats:
    """No farther than ``MOST_MOVE`` from the anchors, rounding included."""
    way = spots - anchor
    far = np.linalg.norm(way, axis=1, keepdims=True)
    return np.asarray(anchor + way * np.minimum(1, (MOST_MOVE - 0.0002) / np.maximum(far, 1e-9)))


def _inside(spots: Floats) -> Floats:
    return np.asarray(np.clip(spots, MARGIN, [WIDTH - MARGIN, HEIGHT - MARGIN]))


def _lone(names: Sequence[str], known: Layout) -> dict[str, Point]:
    """Rows at the bottom: each keeps its place, newcomers take the first that are free."""
    kept = {name: known[name] for name in names if name in known and known[name].y > HEIGHT}
    taken = set(kept.values())
    slots = (
        Point(round(MARGIN + column * LONE_STEP, 4), round(LONE_FROM + MARGIN + row * LONE_STEP, 4))
        for row in range(len(names) + len(taken))
        for column in range(int((WIDTH - 2 * MARGIN) / LONE_STEP) + 1)
    )
    free = (slot for slot in slots if slot not in taken)
    return {name: kept[name] if name in kept else next(free) for name in names}
