"""Necessary conditions: single ones, combinations that must all be there, and combinations of which one must be.

Singles are measured all, with their absence (or each value). Besides, every combination is listed whose inclusion and
relevance (RoN) reach the cuts: of conjunctions all, of disjunctions those of which no part is necessary already (the
superset-subset analysis of R QCA).

A conjunction is never more necessary than its parts, nor a disjunction less: both searches go level by level and stop
where nothing can be found. Reference: A. Duşa, “QCA with R” (2019), chapter 5. Exponential in the number of conditions:
disjunctions of at most ``MOST_JOINED`` conditions are looked at, and no more than ``MOST_TRIED`` combinations.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from causeway.engines.qca.cases import Cases, Units
from causeway.engines.qca.fit import Necessity, necessity
from causeway.engines.qca.terms import FREE, Term, meet, order

MOST_JOINED = 4
MOST_TRIED = 50_000

Join = Callable[[Units, Units], Units]


@dataclass(frozen=True)
class Candidate:
    """A combination with its fit; ``kind`` is ``single``, ``all of`` or ``one of``."""

    kind: str
    term: Term
    fit: Necessity


@dataclass(frozen=True)
class Searched:
    """What was found; ``complete`` if every combination was looked at that could have been."""

    singles: tuple[Candidate, ...]
    combined: tuple[Candidate, ...]
    complete: bool


def search(cases: Cases, *, inclusion: Fraction, ron: Fraction) -> Searched:
    """Singles, and combinations whose inclusion and relevance reach the cuts."""
    literals = _literals(cases)
    singles = [Candidate("single", term, necessity(x, cases.memberships)) for term, x in literals]
    together, all_of = _conjunctions(cases, literals, inclusion)
    either, one_of = _disjunctions(cases, literals, inclusion)
    relevant = (one for one in (*together, *either) if one.fit.ron is not None and one.fit.ron >= ron)
    return Searched(tuple(singles), tuple(relevant), all_of and one_of)


def reaches(figure: Fraction | None, cut: Fraction) -> bool:
    """Whether there is a figure that reaches the cut."""
    return figure is not None and figure >= cut


def _literals(cases: Cases) -> list[tuple[Term, Units]]:
    free = (FREE,) * len(cases.conditions)
    return [
        ((*free[:place], value, *free[place + 1 :]), cases.literal(place, value))
        for place, condition in enumerate(cases.conditions)
        for value in reversed(range(condition.levels))
    ]


def _conjunctions(cases: Cases, literals: list[tuple[Term, Units]], cut: Fraction) -> tuple[list[Candidate], bool]:
    """All conjunctions of two or more whose inclusion reaches the cut, made longer one condition at a time."""
    level = [(term, x) for term, x in literals if reaches(necessity(x, cases.memberships).inclusion, cut)]
    found: list[Candidate] = []
    single, tried = level, 0
    while level:
        longer = []
        for term, x in level:
            for other, also in single:
                if _last(other) <= _last(term):
                    continue
                tried += 1
                both = np.minimum(x, also)
                fit = necessity(both, cases.memberships)
                if reaches(fit.inclusion, cut):
                    longer.append(((meet(term, other) or term), both))
                    found.append(Candidate("all of", longer[-1][0], fit))
            if tried > MOST_TRIED:
                return found, False
        level = longer
    return sorted(found, key=lambda one: order(one.term)), True


def _disjunctions(cases: Cases, literals: list[tuple[Term, Units]], cut: Fraction) -> tuple[list[Candidate], bool]:
    """Disjunctions that reach the cut although no part of them does."""
    level = [(term, x) for term, x in literals if not reaches(necessity(x, cases.memberships).inclusion, cut)]
    found: list[Candidate] = []
    single, tried = level, 0
    known: set[Term] = set()
    needed = cut * int(cases.memberships.sum()) or 1  # nothing is necessary for an outcome that nobody has
    for joined in range(2, min(len(cases.conditions), MOST_JOINED) + 1):
        longer = []
        for term, x in level:
            for other, also in single:
                if _last(other) <= _last(term):
                    continue
                tried += 1
                wide, either = (meet(term, other) or term), np.maximum(x, also)
                if int(np.minimum(either, cases.memberships).sum()) < needed:
                    longer.append((wide, either))
                elif not any(part in known for part in _parts(wide)):
                    known.add(wide)
                    found.append(Candidate("one of", wide, necessity(either, cases.memberships)))
            if tried > MOST_TRIED:
                return found, False
        level = longer
        if joined == MOST_JOINED and len(cases.conditions) > MOST_JOINED and level:
            return sorted(found, key=lambda one: order(one.term)), False
    return sorted(found, key=lambda one: order(one.term)), True


def _last(term: Term) -> int:
    return max(place for place, value in enumerate(term) if value != FREE)


def _parts(term: Term) -> Iterator[Term]:
    """The term with some of its conditions left out, and at least two kept."""
    places = [place for place, value in enumerate(term) if value != FREE]
    for size in range(2, len(places)):
        for kept in itertools.combinations(places, size):
            yield tuple(value if place in kept else FREE for place, value in enumerate(term))
