"""The Shapley-Shubik index with a bound on its error, where an exact table would not fit into memory.

The index of a player is the mean, over t from 0 to 1, of the probability that the player turns a coalition into a
winning one which everybody else joins with probability t. That is a polynomial in t of degree below the number of
players, so that Gauss-Legendre quadrature has no error of its own; what is left is rounding, which is bounded here.

Chances are positive and at most 1, each step adds at most three roundings, and taking a player out divides by
1 - t >= 1/2 along an alternating sum whose terms are weighted by powers of t / (1 - t). For t above a half, the dual
game is used.

Reference: G. Owen, “Multilinear extensions of games”, Management Science 18 (1972).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from causeway.engines.power.residues import Progress

EPSILON = 2.0**-52


def bounded_shapley(weights: Sequence[int], quota: int, progress: Progress) -> dict[int, tuple[float, float]]:
    """For each distinct weight, the index of a player of that weight, and how far it may be off at most."""
    nodes, shares = np.polynomial.legendre.leggauss(max(2, len(weights) // 2 + 1))
    half = [(float(node + 1) / 2, float(share) / 2) for node, share in zip(nodes, shares, strict=True) if node < 0]
    middle = [(0.5, float(share) / 2) for node, share in zip(nodes, shares, strict=True) if node == 0]
    dual = sum(weights) - quota + 1
    found = {weight: [0.0, 0.0] for weight in set(weights)}
    for number, (chance, share) in enumerate([*half, *middle], 1):
        progress(f"integrating: {number} of {len(half) + len(middle)}")
        below = _chances(weights, max(quota, dual), chance)
        goals = (quota,) if chance == 0.5 else (quota, dual)
        for weight, total in found.items():
            for goal in goals:
                swing, error = _swing(below, weight, goal, chance, len(weights))
                total[0] += share * swing
                total[1] += share * (error + 16 * EPSILON)
    return {weight: (index, error) for weight, (index, error) in found.items()}


def _chances(weights: Sequence[int], limit: int, chance: float) -> NDArray[np.float64]:
    """For each x up to the limit, the chance that everybody joining with this probability brings fewer than x votes."""
    below = np.ones(limit + 1)
    below[0] = 0.0
    scratch = np.empty(limit + 1)
    for weight in weights:
        np.multiply(below, chance, out=scratch)
        below *= 1.0 - chance
        if weight <= limit:
            below[weight:] += scratch[: limit + 1 - weight]
    return below


def _swing(below: NDArray[np.float64], weight: int, quota: int, chance: float, players: int) -> tuple[float, float]:
    """The chance that the player is decisive, and the bound of its error."""
    if not weight:
        return 0.0, 0.0
    steps = below[quota:0:-weight]
    signs = (-chance / (1.0 - chance)) ** np.arange(len(steps) + 1)
    with_quota = float(signs[: len(steps)] @ steps) / (1.0 - chance)
    without = float(signs[: len(steps) - 1] @ steps[1:]) / (1.0 - chance)
    error = 2 * (3 * players + 8 + len(steps)) * EPSILON * float(np.abs(signs).sum()) / (1.0 - chance)
    return with_quota - without, error
