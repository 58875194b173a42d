"""Compare cases: truth table, solution, necessity, and remarks on what a reader must know."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.qca import necessity
from causeway.engines.qca.assumptions import assumptions, clashes
from causeway.engines.qca.cases import HALF, Cases
from causeway.engines.qca.fit import ratio, sufficiency
from causeway.engines.qca.remarks import remarks
from causeway.engines.qca.result import VERSION, Comparison, ModelFound, NecessaryFound, Settings, TermFound
from causeway.engines.qca.solutions import Expectations, Solved, solve
from causeway.engines.qca.terms import Condition, Term, written
from causeway.engines.qca.truth_table import truth_table

Progress = Callable[[str], None]


def compare(cases: Cases, settings: Settings | None = None, *, progress: Progress = lambda _: None) -> Comparison:
    """Compare cases by what they have in common.

    Args:
        cases: memberships in conditions and outcome.
        settings: cuts, solution, expectations.
        progress: told what is going on, now and then.

    Raises:
        BadInput: an expectation names what is no condition, or there are too many conditions with too many values.

    >>> import numpy as np
    >>> from causeway.engines.qca import Cases, Condition, compare
    >>> found = compare(Cases(
    ...     names=("Ayr", "Bow", "Cove"), conditions=(Condition("UNION"), Condition("USERS")), outcome="WON",
    ...     values=np.array([[1, 1], [1, 0], [0, 1]]), memberships=np.array([1_000_000, 0, 0])))
    >>> [model.text for model in found.models]
    ['UNION*USERS']
    """
    settings = settings or Settings()
    conditions = cases.conditions
    expected = places_of(conditions, settings.expect)
    table = truth_table(cases, settings.cuts)
    on, off = table.decided()
    solved = solve(
        conditions, on, off,
        solution=settings.solution, expectations=expected, most=settings.most_models, progress=progress,
    )  # fmt: skip
    against = _against(cases, settings, expected, solved, progress)
    seen = [*on, *off]
    distinct = sorted({term for model in solved.models for term in model})
    clashing = clashes(conditions, distinct, against, seen)
    progress("looking for necessary conditions")
    searched = necessity.search(cases, inclusion=settings.necessity_cut, ron=settings.ron_cut)
    models = tuple(
        _model(cases, model, solved.origins[place] if solved.origins else "", clashing, seen)
        for place, model in enumerate(solved.models)
    )
    return Comparison(
        version=VERSION,
        digest=cases.digest(settings.plain()),
        cases=cases,
        settings=settings,
        table=table,
        models=models,
        models_found=solved.found,
        all_models=solved.complete and solved.found <= settings.most_models,
        least_terms=solved.least,
        smallest=solved.smallest,
        primes=solved.primes,
        necessity=tuple(_necessary(cases, settings, searched)),
        remarks=remarks(cases, settings, table, solved, models, searched),
    )


def places_of(conditions: Sequence[Condition], expect: Mapping[str, frozenset[int]]) -> Expectations:
    """Expectations by the condition's place."""
    places = {condition.name: place for place, condition in enumerate(conditions)}
    for name, values in expect.items():
        if name not in places:
            raise BadInput(f"“{name[:60]}” is expected to matter, but is not among the conditions.")
        if not values <= set(range(conditions[places[name]].levels)):
            raise BadInput(f"“{name[:60]}” cannot have the value that is expected of it.")
    return {places[name]: values for name, values in expect.items()}


def _against(
    cases: Cases, settings: Settings, expected: Expectations, solved: Solved, progress: Progress
) -> list[Term]:
    """All terms of the models for the outcome's absence, with the opposite expectations."""
    if settings.solution == "conservative" or not solved.models:
        return []
    progress("solving for the absence of the outcome")
    on, off = truth_table(cases.negated(), settings.cuts).decided()
    opposite = {place: frozenset(range(cases.conditions[place].levels)) - values for place, values in expected.items()}
    found = solve(
        cases.conditions, on, off,
        solution=settings.solution, expectations=opposite, most=settings.most_models, progress=progress,
    )  # fmt: skip
    return sorted({term for model in found.models for term in model})


def _model(
    cases: Cases, terms: Sequence[Term], origin: str, clashing: Mapping[Term, Sequence[Term]], seen: Sequence[Term]
) -> ModelFound:
    outcome = cases.memberships
    whole = sufficiency(cases.union(terms), outcome)
    found = []
    for term in terms:
        x = cases.term(term)
        others = np.minimum(cases.union([other for other in terms if other != term]), outcome)
        covered = np.minimum(cases.union(terms), outcome)
        found.append(
            TermFound(
                term=term,
                text=written(cases.conditions, term),
                fit=sufficiency(x, outcome),
                unique=ratio(int(covered.sum() - others.sum()), int(outcome.sum())),
                cases=cases.named(x > HALF),
            )
        )
    return ModelFound(
        terms=tuple(found),
        fit=whole,
        origin=origin,
        assumptions=assumptions(cases.conditions, terms, clashing, seen),
    )


def _necessary(cases: Cases, settings: Settings, searched: necessity.Searched) -> list[NecessaryFound]:
    found = []
    for one in (*searched.singles, *searched.combined):
        join = " + " if one.kind == "one of" else "*"
        reached = necessity.reaches(one.fit.inclusion, settings.necessity_cut)
        relevant = necessity.reaches(one.fit.ron, settings.ron_cut)
        text = written(cases.conditions, one.term, join=join)
        found.append(NecessaryFound(text=text, kind=one.kind, fit=one.fit, necessary=reached and relevant))
    return found
