"""Which cases to study next: set-theoretic multi-method research.

For a sufficient term or a whole solution with membership x, and the outcome with membership y (each “in” above one
half):

- *typical*: in both, and x not above y. The best lie deepest in the term and closest to the diagonal, and only this
  term covers them.
- *deviant in degree*: in both, but x above y.
- *deviant for consistency*: in the term, but out of the outcome. What is missing in the term?
- *deviant for coverage*: out of every term, but in the outcome. Which term is missing?
- *irrelevant alone*: out of both; good only for comparison.

The order within a kind, the best to study first, is that of (1 - x) + 2 |y - x| for typical cases, the least first; for
consistency of 2 (1 - (x - y)) + (1 - x); for coverage of the membership in the outcome, the most first.

References: C.Q. Schneider, I. Rohlfing, “Combining QCA and Process Tracing in Set-Theoretic Multi-Method Research”,
Sociological Methods & Research 42 (2013), for the kinds, and “Case Studies Nested in Fuzzy-Set QCA on Sufficiency”,
ibid. 45 (2016), for the idea of ranking; the weights are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from causeway.engines.qca.cases import HALF, UNIT, Cases, Units
from causeway.engines.qca.result import ModelFound


@dataclass(frozen=True, kw_only=True)
class TermCases:
    """Cases of one term, the best to study first; ``unique`` are those typical ones that no other term covers."""

    text: str
    typical: tuple[str, ...]
    unique: tuple[str, ...]
    in_degree: tuple[str, ...]
    consistency: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class KindsOfCases:
    """Cases of a model by kind."""

    terms: tuple[TermCases, ...]
    coverage: tuple[str, ...]
    irrelevant: tuple[str, ...]


def kinds_of_cases(cases: Cases, model: ModelFound) -> KindsOfCases:
    """Sort the cases by what they can teach about the model."""
    y = cases.memberships
    whole = cases.union([term.term for term in model.terms])
    return KindsOfCases(
        terms=tuple(_of_term(cases, model, place) for place in range(len(model.terms))),
        coverage=_ranked(cases, (whole <= HALF) & (y > HALF), -y),
        irrelevant=_ranked(cases, (whole <= HALF) & (y <= HALF), y),
    )


def _of_term(cases: Cases, model: ModelFound, place: int) -> TermCases:
    x, y = cases.term(model.terms[place].term), cases.memberships
    others = cases.union([term.term for number, term in enumerate(model.terms) if number != place])
    inside, has = x > HALF, y > HALF
    typical = _ranked(cases, inside & has & (x <= y), UNIT - x + 2 * np.abs(y - x))
    alone = set(cases.named(others <= HALF))
    return TermCases(
        text=model.terms[place].text,
        typical=typical,
        unique=tuple(name for name in typical if name in alone),
        in_degree=_ranked(cases, inside & has & (x > y), y - x),
        consistency=_ranked(cases, inside & ~has, 2 * (UNIT - (x - y)) + UNIT - x),
    )


def _ranked(cases: Cases, chosen: NDArray[np.bool_], key: Units) -> tuple[str, ...]:
    """The names of those chosen, by the key, then by name."""
    places = sorted(np.flatnonzero(chosen), key=lambda place: (int(key[place]), cases.names[place]))
    return tuple(cases.names[place] for place in places)
