"""Solutions: the terms that the rows with the outcome come down to, by one of three views of what was never seen.

- *conservative* (complex): nothing is assumed about remainders
- *parsimonious*: a remainder may be assumed to have the outcome wherever that makes terms shorter
- *intermediate*: only the easy counterfactuals are assumed, those that the directional expectations make plausible. For
  each conservative term within a parsimonious one, a condition that the latter leaves out and that stands against the
  expectation may be left out, too; conditions without an expectation stay. Conservative and parsimonious models are
  taken in all pairs.

All models are given that have as few terms as can be (R QCA's default), up to a cap that the result declares.

References: C.C. Ragin, “Redesigning Social Inquiry” (2008), chapters 8 and 9; A. Duşa, “QCA with R” (2019), chapter 8.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from causeway.engines.qca import primes
from causeway.engines.qca.covers import smallest_covers
from causeway.engines.qca.primes import Primes
from causeway.engines.qca.terms import FREE, Condition, Term, covers, order

SOLUTIONS = ("conservative", "parsimonious", "intermediate")
MOST_MODELS = 1_000
MOST_PAIRS = 100

Model = tuple[Term, ...]
Expectations = Mapping[int, frozenset[int]]
Progress = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Solved:
    """Models in the order in which they are shown, and what is known about them.

    Attributes:
        models: each a tuple of terms.
        origins: for each intermediate model, the conservative and parsimonious models that it lies between (``C1P2``).
        found: how many models were counted; ``complete`` if there are no more.
        least: fewer terms cannot do; ``smallest`` if the models have as few.
        primes: how many prime implicants there are.
    """

    models: tuple[Model, ...] = ()
    origins: tuple[str, ...] = ()
    found: int = 0
    complete: bool = True
    least: int = 0
    smallest: bool = True
    primes: int = 0


def solve(
    conditions: Sequence[Condition],
    on: Sequence[Term],
    off: Sequence[Term],
    *,
    solution: str,
    expectations: Expectations | None = None,
    most: int = MOST_MODELS,
    progress: Progress = lambda _: None,
) -> Solved:
    """The models for rows with the outcome (``on``) against rows that do not have it (``off``).

    Without a row of either kind there is nothing to set apart, and no model. ``expectations`` are, for a condition's
    place, the values with which it is expected to help the outcome.
    """
    if not on or not off:
        return Solved()
    if solution == "parsimonious":
        return _chosen(primes.parsimonious(conditions, on, off, progress=progress), most, progress)
    conservative = _chosen(primes.of_union(conditions, on, on), most, progress)
    if solution == "conservative":
        return conservative
    parsimonious = _chosen(primes.parsimonious(conditions, on, off, progress=progress), most, progress)
    return _between(conditions, on, conservative, parsimonious, expectations or {}, most, progress)


def _chosen(found: Primes, most: int, progress: Progress) -> Solved:
    best = smallest_covers(found.chart, most=most, progress=progress)
    models = {tuple(sorted((found.term(place) for place in cover), key=order)) for cover in best.covers}
    return Solved(
        models=tuple(sorted(models, key=model_order)),
        found=best.found,
        complete=best.complete,
        least=best.least,
        smallest=best.smallest,
        primes=len(found.values),
    )


def model_order(model: Model) -> tuple[int, int, list[tuple[int, tuple[int, ...]]]]:
    """Sorts models as they are shown: few terms first, then few conditions in all, then by their terms."""
    keys = [order(term) for term in model]
    return len(model), sum(size for size, _ in keys), keys


def _between(
    conditions: Sequence[Condition],
    on: Sequence[Term],
    conservative: Solved,
    parsimonious: Solved,
    expectations: Expectations,
    most: int,
    progress: Progress,
) -> Solved:
    """Intermediate models for every pair of a conservative and a parsimonious one."""
    solved: dict[frozenset[Term], Solved] = {}
    origins: dict[Model, list[str]] = {}
    pairs = itertools.product(enumerate(conservative.models, 1), enumerate(parsimonious.models, 1))
    for (first, complex_model), (second, short_model) in itertools.islice(pairs, MOST_PAIRS):
        progress(f"intermediate solution C{first}P{second}")
        easy = frozenset(easy_terms(complex_model, short_model, expectations))
        if easy not in solved:
            solved[easy] = _chosen(primes.of_union(conditions, [*on, *easy], on), most, progress)
        for model in solved[easy].models:
            origins.setdefault(model, []).append(f"C{first}P{second}")
    models = sorted(origins, key=model_order)
    every = (conservative, parsimonious, *solved.values())
    all_pairs = len(conservative.models) * len(parsimonious.models) <= MOST_PAIRS
    return Solved(
        models=tuple(models[:most]),
        origins=tuple(", ".join(origins[model]) for model in models[:most]),
        found=len(models),
        complete=all_pairs and len(models) <= most and all(one.complete and one.found <= most for one in every),
        least=min(one.least for one in solved.values()),
        smallest=all(one.smallest for one in every),
        primes=max(one.primes for one in solved.values()),
    )


def easy_terms(complex_model: Iterable[Term], short_model: Sequence[Term], expectations: Expectations) -> list[Term]:
    """The conservative terms, eased: without what stands against the expectations and no short term around needs."""

    def eased(term: Term, short: Term) -> Term:
        return tuple(
            FREE if short[place] == FREE and value not in expectations.get(place, {value}) else value
            for place, value in enumerate(term)
        )

    return [eased(term, short) for term in complex_model for short in short_model if covers(short, term)]
