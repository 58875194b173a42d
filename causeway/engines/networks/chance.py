"""Would lots have done the same? Permutation tests, their p-values, and when numbers are too small to say.

Every draw comes from ``numpy.random.RandomState``, whose stream for a seed numpy has promised never to change: the same
seed gives the same p-values on every machine.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FEWEST_ORGANISATIONS = 10
FEWEST_TIES = 10
CLEAR = 0.05
SLACK = 1e-9

KINDS_BY_LOT = "kinds dealt out by lot"
PARTNERS_BY_LOT = "partners drawn by lot"
NAMES_BY_LOT = "names dealt out by lot"

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A measure with its test.

    ``value`` is ``None`` where the measure has no meaning (no ties, one kind only). ``sample`` is how many of ``unit``
    it rests on. ``expected`` is the mean over ``draws`` networks of chance, ``p`` the two-sided p-value; both are
    ``None`` where there is too little to say, and ``verdict`` says so.
    """

    name: str
    value: float | None
    sample: int
    unit: str
    chance: str
    draws: int = 0
    expected: float | None = None
    p: float | None = None

    @property
    def verdict(self) -> str:
        """``more``, ``less`` or ``no different`` than lots would have it, or ``too few to say``."""
        if self.p is None or self.value is None or self.expected is None:
            return "too few to say"
        if self.p > CLEAR:
            return "no different"
        return "more" if self.value > self.expected else "less"


def p_value(observed: float, drawn: Floats) -> float:
    """Two-sided: twice the smaller tail, at most 1, each tail counting the observation itself as one more draw.

    p = min(1, 2 min((1 + #{drawn >= observed}) / (R + 1), (1 + #{drawn <= observed}) / (R + 1)))

    The observation counted in makes it exact: under the null no p is undercut more often than it says (B. Phipson,
    G.K. Smyth 2010, “Permutation P-values should never be zero”).
    """
    room = SLACK * max(1.0, abs(observed))
    above = int(np.count_nonzero(drawn >= observed - room))
    below = int(np.count_nonzero(drawn <= observed + room))
    return min(1.0, 2 * (1 + min(above, below)) / (1 + len(drawn)))


def figure(
    name: str, value: float | None, drawn: Floats, *, sample: int, unit: str, chance: str, organisations: int
) -> Figure:
    """A measure with its test, or without where fewer than ten organisations or ties bear it, or lots cannot vary."""
    said = {"name": name, "value": value, "sample": sample, "unit": unit, "chance": chance, "draws": len(drawn)}
    few = organisations < FEWEST_ORGANISATIONS or sample < FEWEST_TIES
    if value is None or few or not len(drawn) or float(np.ptp(drawn)) < SLACK:
        return _figure(said)
    return _figure({**said, "expected": float(np.mean(drawn)), "p": p_value(value, drawn)})


def shuffles(size: int, draws: int, generator: np.random.RandomState) -> Integers:
    """So many orders of ``size`` things, each a row, all orders equally likely."""
    return np.array([generator.permutation(size) for _ in range(draws)], dtype=np.int64).reshape(draws, size)


def _figure(said: dict[str, Any]) -> Figure:
    return Figure(**said)
