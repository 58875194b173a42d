"""A closed budget as plain values that anybody can take a digest of."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from causeway.domains.budgets.balance import Balance
from causeway.domains.budgets.models import Budget, Line

LINE = ("code", "name", "group", "role", "net_pounds", "missing", "filled_from", "cell", "statutory", "statute")
PROPOSAL = ("number", "title", "account", "span", "years", "cost_pounds", "adopted_ground")
ITEM = ("kind", "title", "amount_pounds", "source", "link")


def frozen_of(budget: Budget, balance: Balance) -> dict[str, Any]:
    """The whole of a budget as it closes: figures with their sources, what was adopted, how it balances."""
    reserves, tax = getattr(budget, "reserves", None), getattr(budget, "council_tax", None)
    sources = budget.sources.order_by("taken_on", "file_digest")
    return {
        "title": budget.title,
        "council": {"name": budget.council_name, "code": budget.council_code, "nation": budget.nation},
        "year": budget.year,
        "sources": [{"file": row.file_name, "digest": row.file_digest, "vintage": row.vintage} for row in sources],
        "lines": [_named(row, LINE) for row in Line.objects.filter(budget=budget)],
        "adopted": [_named(row, PROPOSAL) for row in budget.proposals.filter(adopted_on__isnull=False)],
        "items": [_named(row, ITEM) for row in budget.items.all()],
        "reserves": _named(reserves, ("opening_pounds", "floor_pounds", "floor_why", "source")) if reserves else None,
        "council_tax": {"tax_base": str(tax.tax_base), **_named(tax, _TAX)} if tax else None,
        "balance": {
            "revenue_pounds": balance.revenue_out_pounds,
            "capital_pounds": balance.capital_out_pounds,
            "reserves_after_pounds": balance.reserves_after_pounds,
        },
    }


_TAX = ("band_d_pence", "band_d_before_pence", "precepts_pounds", "limit_hundredths", "limit_source", "source")


def as_file(frozen: dict[str, Any]) -> bytes:
    """The file whose digest is fixed at the close: JSON with sorted keys, so that it is always the same."""
    return json.dumps(frozen, ensure_ascii=False, sort_keys=True, indent=1).encode() + b"\n"


def digest_of(frozen: dict[str, Any]) -> str:
    """SHA-256 of that file, which any computer can take again: ``sha256:…``."""
    return f"sha256:{hashlib.sha256(as_file(frozen)).hexdigest()}"


def _named(row: Any, fields: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in fields}
