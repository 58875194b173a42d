"""Parameters of fit, as exact fractions: how far a set is a subset of the outcome, and how much of it it covers.

With x the membership in a term and y that in the outcome, summed over cases:

- inclusion (consistency) of sufficiency: min(x, y) / x; coverage: min(x, y) / y
- PRI, the proportional reduction in inconsistency: (min(x, y) - min(x, y, 1-y)) / (x - min(x, y, 1-y)), which takes
  away what the term has in common with the outcome and with its absence
- inclusion of necessity: min(x, y) / y; coverage: min(x, y) / x
- RoN, the relevance of necessity: (1 - x) / (1 - min(x, y)), near 0 for what is there almost always

References: C.C. Ragin, “Redesigning Social Inquiry” (2008); C.Q. Schneider, C. Wagemann, “Set-Theoretic Methods for the
Social Sciences” (2012), chapter 9 for PRI and RoN.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from causeway.engines.qca.cases import UNIT, Units


@dataclass(frozen=True, kw_only=True)
class Sufficiency:
    """Fit of a set as sufficient; ``None`` where nothing is in it (inclusion, PRI) or in the outcome (coverage)."""

    inclusion: Fraction | None
    pri: Fraction | None
    coverage: Fraction | None


@dataclass(frozen=True, kw_only=True)
class Necessity:
    """Fit of a set as necessary; ``ron`` is the relevance of necessity."""

    inclusion: Fraction | None
    ron: Fraction | None
    coverage: Fraction | None


def sufficiency(x: Units, y: Units) -> Sufficiency:
    """How far the set is a subset of the outcome."""
    both = np.minimum(x, y)
    common, neither = int(both.sum()), int(np.minimum(both, UNIT - y).sum())
    size = int(x.sum())
    return Sufficiency(
        inclusion=ratio(common, size), pri=ratio(common - neither, size - neither), coverage=ratio(common, int(y.sum()))
    )


def necessity(x: Units, y: Units) -> Necessity:
    """How far the outcome is a subset of the set."""
    both = np.minimum(x, y)
    common = int(both.sum())
    return Necessity(
        inclusion=ratio(common, int(y.sum())),
        ron=ratio(int((UNIT - x).sum()), int((UNIT - both).sum())),
        coverage=ratio(common, int(x.sum())),
    )


def ratio(part: int, whole: int) -> Fraction | None:
    """The exact ratio; ``None`` of nothing."""
    return Fraction(part, whole) if whole else None
