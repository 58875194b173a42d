"""A result as plain values for JSON. Shares of money are exact decimals cut after four places, as text."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from causeway.engines.budgeting import measures
from causeway.engines.budgeting.instance import Instance
from causeway.engines.budgeting.payments import paid_by, row_of
from causeway.engines.budgeting.recounting import Recount
from causeway.engines.budgeting.result import Rejection, Result, Round
from causeway.engines.exact import decimal_string, fraction_string

PLACES = 4


def as_plain(vote: Instance, result: Result, *, by: str = "") -> dict[str, Any]:
    """The result in the currency's units (not pence): whole numbers where they are whole.

    ``by`` names the column of the ballots' details by which the measures are also given.
    """
    return {
        "rule": result.rule,
        "version": result.version,
        "digest": result.digest,
        "utility": result.rules.utility,
        "completion": result.rules.completion,
        "ties": list(result.rules.ties),
        "threshold": result.rules.threshold,
        "guarantees": {name: amount(pence) for name, pence in result.rules.guarantees.items()},
        "shares": {name: fraction_string(part) for name, part in result.rules.shares.items()},
        "selected": list(result.selected),
        "spent": amount(result.spent_pence),
        "budget": amount(result.budget_pence),
        "raised_units": result.raised_units,
        "unit": amount(result.rules.unit_pence),
        "voter_money": _held(result.voter_pence),
        "guaranteed_voter_money": {name: _held(held) for name, held in result.held_pence.items() if name},
        "rounds": [_round(result, record) for record in result.rounds],
        "rejected": [_rejection(rejection) for rejection in result.rejected],
        "measures": _measures(measures.measure(vote, result.selected, by=by)),
    }


def receipt(vote: Instance, result: Result, voter: str) -> dict[str, Any]:
    """What one voter paid for what, and had left."""
    payments = paid_by(vote, result, row_of(vote, voter))
    return {
        "id": voter,
        "payments": [
            {"project": one.project, "stage": one.stage, "paid": share(one.paid), "left": share(one.left)}
            for one in payments
        ],
    }


def recounted(changed: Recount) -> dict[str, Any]:
    """What costs that changed after the vote bring in and drop."""
    costs = {project: amount(pence) for project, pence in changed.costs_pence.items()}
    return {"costs": costs, "gained": list(changed.gained), "lost": list(changed.lost)}


def amount(pence: int) -> int | float:
    """Pence as units of the currency: an integer where there are no odd pence."""
    return pence // 100 if pence % 100 == 0 else pence / 100


def share(pence: Fraction | None) -> str | None:
    """A share of money in units of the currency, cut after four places."""
    return None if pence is None else decimal_string(pence / 100, PLACES)


def _held(held: Mapping[str, Fraction]) -> dict[str, str | None]:
    return {name: share(pence) for name, pence in held.items()}


def _measures(found: measures.Measures) -> dict[str, Any]:
    return {
        **_satisfaction(found.everybody),
        "gini": decimal_string(found.gini, PLACES),
        "sections": {name: decimal_string(part, PLACES) for name, part in found.sections.items()},
        "groups": {name: _satisfaction(group) for name, group in found.groups.items()},
    }


def _satisfaction(group: measures.Satisfaction) -> dict[str, Any]:
    return {
        "voters": group.voters,
        "excluded": group.excluded,
        "exclusion": decimal_string(group.exclusion, PLACES),
        "worth": share(group.worth_pence),
        "approved": share(group.approved_pence),
    }


def _round(result: Result, record: Round) -> dict[str, Any]:
    value = record.value / 100 if result.rule == "phragmen" and record.payment is not None else record.value
    return {
        "project": record.project,
        "stage": record.stage,
        "cost": amount(record.cost_pence),
        "value": decimal_string(value, PLACES),
        "payment": share(record.payment),
        "payers": record.payers,
        "emptied": record.emptied,
        "left": amount(record.left_pence),
        "ground": record.ground,
    }


def _rejection(rejection: Rejection) -> dict[str, Any]:
    return {
        "project": rejection.project,
        "cost": amount(rejection.cost_pence),
        "reason": rejection.reason,
        "supporters_needed": rejection.supporters_needed,
        "lacked": share(rejection.lacked_pence),
    }
