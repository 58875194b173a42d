"""Find a row of a budget with the budget locked: so nothing slips in while the budget is closed."""

from __future__ import annotations

from typing import Any

from django.db.models import Model

from causeway.domains.budgets.models import Budget
from causeway.kernel.commands import Finder
from causeway.kernel.errors import Missing


def in_budget(model: type[Model], by: str, *, through: str = "") -> Finder:
    """Lock the budget, then the row that the command's field ``by`` names. ``through``: the row between the two."""
    path = f"{through}__budget" if through else "budget"

    def find(command: Any) -> Model:
        rows = model._default_manager.filter(pk=getattr(command, by))
        budget_id = rows.values_list(f"{path}_id", flat=True).first()
        if budget_id is None:
            raise Missing
        budget = Budget.objects.select_for_update(no_key=True).get(pk=budget_id)
        row = rows.select_for_update(no_key=True).first()
        if row is None:  # it was deleted while we waited for the budget
            raise Missing
        held: Any = getattr(row, through) if through else row
        held.budget = budget
        return row

    return find
