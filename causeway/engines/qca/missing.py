"""Missing figures, bounded both ways: what comes out whatever they are, and how far the figures could move.

Every missing figure is given every value that it could have, in all combinations. A crisp or multi-value figure has
few. A fuzzy one has a continuum, but inclusion, PRI and coverage are ratios of sums that bend only where the figure
meets another membership of its case (or one less it), so that their extremes lie at these, at 0, at 1 and beside one
half; these are tried. So the ranges of figures are exact. That no other *model* could come out in between is sure for
crisp and multi-value figures only.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from causeway.engines.exact import BadInput, canonical_json, digest_of
from causeway.engines.qca.cases import HALF, UNIT, Cases
from causeway.engines.qca.comparing import places_of
from causeway.engines.qca.fit import Sufficiency, sufficiency
from causeway.engines.qca.result import VERSION, Settings
from causeway.engines.qca.sets import Sets
from causeway.engines.qca.solutions import Model, model_order, solve
from causeway.engines.qca.terms import Term, order, written
from causeway.engines.qca.truth_table import truth_table

MOST_COMPLETIONS = 1_024
MOST_MODELS = 100

Progress = Callable[[str], None]
Range = tuple[Fraction, Fraction] | None


@dataclass(frozen=True, kw_only=True)
class BoundedModel:
    """A model, in how many completions it comes out, and the ranges of its figures over all of them."""

    text: tuple[str, ...]
    completions: int
    inclusion: Range
    pri: Range
    coverage: Range


@dataclass(frozen=True, kw_only=True)
class Bounded:
    """What comes out for all that the missing figures could be.

    Attributes:
        missing: case and column of each missing figure.
        completions: how many combinations were tried; ``unsolved`` of them have no solution.
        always: terms that stand in every model of every completion.
        models: those that come out most often first, at most 100; ``models_found`` came out.
    """

    version: str
    digest: str
    outcome: str
    cases: int
    settings: Settings
    missing: tuple[tuple[str, str], ...]
    completions: int
    unsolved: int
    always: tuple[str, ...]
    models: tuple[BoundedModel, ...]
    models_found: int


def bounded(sets: Sets, settings: Settings, *, progress: Progress = lambda _: None) -> Bounded:
    """Compare the cases with every value that the missing figures could have.

    Raises:
        BadInput: there are too many combinations, or nothing is missing.
    """
    gaps = sets.missing
    options = [_options(sets, case, place) for case, place in gaps]
    many = math.prod(map(len, options))
    if not gaps or many > MOST_COMPLETIONS:
        raise BadInput(
            f"{len(gaps)} missing figures could have {many:,} combinations of values; at most {MOST_COMPLETIONS:,} can "
            "be tried. Leave out the cases or conditions that lack most."
        )
    completed = [sets.cases(dict(zip(gaps, values, strict=True))) for values in itertools.product(*options)]
    solved = list(_solved(completed, settings, progress))
    counted: dict[Model, int] = {}
    for models in solved:
        for model in models:
            counted[model] = counted.get(model, 0) + 1
    best = sorted(counted, key=lambda model: (-counted[model], model_order(model)))
    conditions = completed[0].conditions
    return Bounded(
        version=VERSION,
        digest=_digest(sets, settings),
        outcome=sets.outcome,
        cases=len(sets.names),
        settings=settings,
        missing=tuple((sets.names[case], sets.columns[place].condition.name) for case, place in gaps),
        completions=many,
        unsolved=sum(not models for models in solved),
        always=tuple(written(conditions, term) for term in _always(solved)),
        models=tuple(_bounded(completed, model, counted[model]) for model in best[:MOST_MODELS]),
        models_found=len(best),
    )


def _options(sets: Sets, case: int, place: int) -> list[int]:
    """The values to try for one missing figure."""
    condition = sets.columns[place].condition
    if not condition.fuzzy:
        return list(range(condition.levels))
    held = [one.values[case] for one in sets.columns if one.condition.fuzzy]
    bends = {bend for value in held if value is not None for bend in (value, UNIT - value)}
    found = {0, UNIT, HALF - 1, HALF + 1} | bends
    is_outcome = place == len(sets.columns) - 1
    return sorted(found | {HALF} if is_outcome else found - {HALF})


def _solved(completed: list[Cases], settings: Settings, progress: Progress) -> Iterator[tuple[Model, ...]]:
    expected = places_of(completed[0].conditions, settings.expect)
    known: dict[tuple[tuple[Term, ...], tuple[Term, ...]], tuple[Model, ...]] = {}
    for number, cases in enumerate(completed, 1):
        progress(f"missing figures: combination {number} of {len(completed)}")
        rows = truth_table(cases, settings.cuts).decided()
        if rows not in known:
            known[rows] = solve(
                cases.conditions, *rows,
                solution=settings.solution, expectations=expected, most=settings.most_models,
            ).models  # fmt: skip
        yield known[rows]


def _always(solved: list[tuple[Model, ...]]) -> list[Term]:
    every = [set(model) for models in solved for model in models or ((),)]
    return sorted(set.intersection(*every), key=order)


def _bounded(completed: list[Cases], model: Model, count: int) -> BoundedModel:
    fits = [sufficiency(cases.union(model), cases.memberships) for cases in completed]
    return BoundedModel(
        text=tuple(written(completed[0].conditions, term) for term in model),
        completions=count,
        inclusion=_range(fits, "inclusion"),
        pri=_range(fits, "pri"),
        coverage=_range(fits, "coverage"),
    )


def _range(fits: list[Sufficiency], name: str) -> Range:
    figures = [figure for fit in fits if (figure := getattr(fit, name)) is not None]
    return (min(figures), max(figures)) if figures else None


def _digest(sets: Sets, settings: Settings) -> str:
    head = [[one.condition.name, one.condition.levels, one.condition.fuzzy] for one in sets.columns]
    rows = [[name, *(one.values[case] for one in sets.columns)] for case, name in enumerate(sets.names)]
    return digest_of([canonical_json([sets.outcome, head, settings.plain()]), *sorted(map(canonical_json, rows))])
