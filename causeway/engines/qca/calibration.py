"""Calibration: from raw figures to membership in a set, by anchors that somebody has reasons for.

- *levels*: thresholds cut the figures into values 0, 1, 2 …; one threshold makes a crisp set. A figure on the threshold
  belongs above it.
- *direct* (Ragin 2008, chapter 5): three anchors, full non-membership, crossover, full membership. Distances from the
  crossover become log odds, so that the outer anchors come to 0.05 and 0.95. Anchors may fall for sets such as “poor”.
- *indirect*: thresholds sort the figures into groups with equally spaced memberships from 0 to 1, and a logistic curve
  is fitted through these (fractional logit), so that order is kept and neighbours come close.

Memberships are rounded to six decimals.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.qca.cases import MOST_LEVELS, UNIT

METHODS = ("direct", "indirect", "levels")
LOG_ODDS = math.log(0.95 / 0.05)
FITTING_ROUNDS = 100


@dataclass(frozen=True)
class Calibration:
    """A method with its anchors. Raises ``BadInput`` where they make no sense."""

    method: str
    anchors: tuple[Fraction, ...]

    def __post_init__(self) -> None:
        if self.method not in METHODS:
            raise BadInput(f"There is no calibration “{self.method[:40]}”; choose one of {', '.join(METHODS)}.")
        rising = all(low < high for low, high in zip(self.anchors, self.anchors[1:], strict=False))
        falling = all(low > high for low, high in zip(self.anchors, self.anchors[1:], strict=False))
        if self.method == "direct" and (len(self.anchors) != 3 or not (rising or falling)):
            raise BadInput(
                "Direct calibration needs three anchors in order: full non-membership, crossover, full membership."
            )
        if self.method != "direct" and not (1 <= len(self.anchors) < MOST_LEVELS and rising):
            raise BadInput(f"Thresholds must rise, and there must be between 1 and {MOST_LEVELS - 1} of them.")

    @property
    def fuzzy(self) -> bool:
        """Whether memberships come out, and not values."""
        return self.method != "levels"

    def of(self, figures: Sequence[Fraction]) -> list[int]:
        """Values from 0, or memberships in millionths."""
        if self.method == "levels":
            return [bisect_right(self.anchors, figure) for figure in figures]
        if self.method == "direct":
            return [self._direct(figure) for figure in figures]
        return _indirect(figures, self.anchors)

    def _direct(self, figure: Fraction) -> int:
        low, middle, high = self.anchors
        from_middle = figure - middle
        nearer = high if (from_middle > 0) == (high > low) else low
        side = 1 if nearer == high else -1
        return _units(side * LOG_ODDS * float(from_middle / (nearer - middle)))


def parse(text: str) -> Calibration:
    """A calibration as written on the command line: ``direct:2500,5000,20000``, ``levels:550``."""
    method, colon, anchors = text.partition(":")
    try:
        if not colon or len(text) > 400:
            raise ValueError
        figures = tuple(Fraction(anchor.strip()) for anchor in anchors.split(",") if len(anchor) < 40)
    except (ValueError, ZeroDivisionError):
        raise BadInput(f"“{text[:40]}” is no calibration; write for example direct:10,50,90 or levels:50.") from None
    return Calibration(method.strip(), figures)


def _units(log_odds: float) -> int:
    """The membership with these log odds."""
    return round(UNIT / (1 + math.exp(-max(-700.0, min(700.0, log_odds)))))


def _indirect(figures: Sequence[Fraction], thresholds: Sequence[Fraction]) -> list[int]:
    """A logistic curve through the groups’ memberships, by reweighted least squares on standardised figures."""
    raw = np.array([float(figure) for figure in figures])
    spread = raw.std()
    if not spread:
        raise BadInput("All figures are the same; there is nothing to calibrate.")
    x = (raw - raw.mean()) / spread
    groups = np.array([bisect_right(thresholds, figure) for figure in figures]) / len(thresholds)
    start, slope = 0.0, 0.0
    for _ in range(FITTING_ROUNDS):
        fitted = 1 / (1 + np.exp(-np.clip(start + slope * x, -30, 30)))
        weight, miss = fitted * (1 - fitted), groups - fitted
        first, mixed, second = weight.sum(), (weight * x).sum(), (weight * x * x).sum()
        across = first * second - mixed * mixed
        if across <= 1e-12:
            break
        steps = ((second * miss.sum() - mixed * (miss * x).sum()) / across,
                 (first * (miss * x).sum() - mixed * miss.sum()) / across)  # fmt: skip
        start, slope = start + steps[0], slope + steps[1]
        if max(map(abs, steps)) < 1e-12:
            break
    return [_units(float(start + slope * place)) for place in x]
