"""A result as plain values for JSON. Shares of money are exact decimals cut after four places, as text."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from causeway.engines.budgeting.result import Rejection, Result, Round
from causeway.engines.exact import decimal_string

PLACES = 4


def as_plain(result: Result) -> dict[str, Any]:
    """The result in the currency's units (not pence): whole numbers where they are whole."""
    return {
        "rule": result.rule,
        "version": result.version,
        "digest": result.digest,
        "utility": result.rules.utility,
        "completion": result.rules.completion,
        "ties": list(result.rules.ties),
        "selected": list(result.selected),
        "spent": amount(result.spent_pence),
        "budget": amount(result.budget_pence),
        "raised_units": result.raised_units,
        "voter_money": {name: share(pence) for name, pence in result.voter_pence.items()},
        "rounds": [_round(result, record) for record in result.rounds],
        "rejected": [_rejection(rejection) for rejection in result.rejected],
    }


def amount(pence: int) -> int | float:
    """Pence as units of the currency: an integer where there are no odd pence."""
    return pence // 100 if pence % 100 == 0 else pence / 100


def share(pence: Fraction | None) -> str | None:
    """A share of money in units of the currency, cut after four places."""
    return None if pence is None else decimal_string(pence / 100, PLACES)


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
