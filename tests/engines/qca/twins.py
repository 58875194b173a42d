"""Slow, obvious twins of the fast searches: every term is tried against every row, every set of terms as a cover."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from causeway.engines.qca.terms import FREE, Term, covers

Levels = Sequence[int]


def every_term(levels: Levels) -> list[Term]:
    """Every term there is, with every condition at each value or left out."""
    return list(itertools.product(*((FREE, *range(count)) for count in levels)))


def every_row(levels: Levels) -> list[Term]:
    """Every row there is."""
    return list(itertools.product(*(range(count) for count in levels)))


def primes(levels: Levels, on: Sequence[Term], allowed: Sequence[Term]) -> set[Term]:
    """Terms that cover a row of ``on`` and only rows allowed, and of which no wider term does."""
    rows = every_row(levels)
    good = {
        term: {row for row in rows if covers(term, row)}
        for term in every_term(levels)
        if any(covers(term, row) for row in on) and all(row in allowed for row in rows if covers(term, row))
    }
    return {term for term in good if not any(other != term and covers(other, term) for other in good)}


def models(found: set[Term], on: Sequence[Term]) -> set[frozenset[Term]]:
    """Every set of terms that covers all rows and has as few terms as can be."""
    for many in range(1, len(found) + 1):
        best = {
            frozenset(chosen)
            for chosen in itertools.combinations(sorted(found), many)
            if all(any(covers(term, row) for term in chosen) for row in on)
        }
        if best:
            return best
    return set()
