"""A comparison as plain values for JSON. Figures are rounded to six decimals; ``null`` where there is none."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from causeway.engines.qca.kinds import KindsOfCases, kinds_of_cases
from causeway.engines.qca.result import Comparison, ModelFound, TermFound
from causeway.engines.qca.robustness import Change, Robustness
from causeway.engines.qca.terms import Condition, written
from causeway.engines.qca.truth_table import Row

PLACES = 6
MOST_SORTED = 20  # models whose cases are sorted by kind


def as_plain(found: Comparison, robustness: Robustness | None = None) -> dict[str, Any]:
    """The whole comparison, and what the models hang on, if it was tried."""
    return {
        "version": found.version,
        "digest": found.digest,
        "outcome": found.cases.outcome,
        "conditions": [
            {"name": condition.name, "kind": condition.kind, "levels": condition.levels}
            for condition in found.cases.conditions
        ],
        "cases": len(found.cases.names),
        "settings": found.settings.plain(),
        "truth_table": [_row(found.cases.conditions, row) for row in found.table.rows],
        "possible_rows": found.table.possible,
        "prime_implicants": found.primes,
        "models": [_model(found, number, model) for number, model in enumerate(found.models, 1)],
        "models_found": found.models_found,
        "all_models": found.all_models,
        "fewest_terms_proven": found.smallest,
        "necessity": [
            {
                "expression": one.text,
                "kind": one.kind,
                "inclusion": figure(one.fit.inclusion),
                "ron": figure(one.fit.ron),
                "coverage": figure(one.fit.coverage),
                "necessary": one.necessary,
            }
            for one in found.necessity
        ],
        "robustness": None if robustness is None else _robustness(robustness),
        "remarks": list(found.remarks),
    }


def figure(value: Fraction | None) -> float | None:
    """An exact figure as a JSON number."""
    return None if value is None else round(float(value), PLACES)


def _row(conditions: tuple[Condition, ...], row: Row) -> dict[str, Any]:
    return {
        "row": row.number,
        "conditions": {condition.name: value for condition, value in zip(conditions, row.values, strict=True)},
        "out": row.out if row.out in "?C" else int(row.out),
        "n": len(row.cases),
        "inclusion": figure(row.inclusion),
        "pri": figure(row.pri),
        "cases": list(row.cases),
        "contradictory": row.contradictory,
        "without_outcome": list(row.without),
    }


def _model(found: Comparison, number: int, model: ModelFound) -> dict[str, Any]:
    taken, conditions = model.assumptions, found.cases.conditions
    return {
        "model": f"M{number}",
        "terms": [term.text for term in model.terms],
        "inclusion": figure(model.fit.inclusion),
        "pri": figure(model.fit.pri),
        "coverage": figure(model.fit.coverage),
        "unique_coverage": {term.text: figure(term.unique) for term in model.terms},
        "cases": {term.text: list(term.cases) for term in model.terms},
        "by_term": {term.text: _term(term) for term in model.terms},
        "origin": model.origin or None,
        "assumed_rows": taken.count,
        "contradictory_assumptions": [written(conditions, term) for term in taken.contradictory],
        "contradictory_rows": taken.contradictory_count,
        "kinds_of_cases": _kinds(kinds_of_cases(found.cases, model)) if number <= MOST_SORTED else None,
    }


def _kinds(kinds: KindsOfCases) -> dict[str, Any]:
    return {
        "by_term": {
            term.text: {
                "typical": list(term.typical),
                "uniquely_typical": list(term.unique),
                "deviant_in_degree": list(term.in_degree),
                "deviant_for_consistency": list(term.consistency),
            }
            for term in kinds.terms
        },
        "deviant_for_coverage": list(kinds.coverage),
        "irrelevant": list(kinds.irrelevant),
    }


def _robustness(robustness: Robustness) -> dict[str, Any]:
    return {
        "cuts": [
            {"cut": one.name, "in_use": figure(one.cut), "down_to": _change(one.below), "above": _change(one.above)}
            for one in robustness.cuts
        ],
        "cases": [{"without": case.name, "models": case.models} for case in robustness.cases],
    }


def _change(change: Change | None) -> dict[str, Any] | None:
    return None if change is None else {"figure": figure(change.figure), "models": change.models}


def _term(term: TermFound) -> dict[str, Any]:
    return {
        "inclusion": figure(term.fit.inclusion),
        "pri": figure(term.fit.pri),
        "coverage": figure(term.fit.coverage),
        "unique_coverage": figure(term.unique),
        "cases": list(term.cases),
    }
