"""What this room writes into a body's trail."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from causeway.domains.alliances.bodies import body_of
from causeway.domains.budgets.models import Budget
from causeway.kernel.commands import Done

T = TypeVar("T")


def in_trail(budget: Budget, value: T, *, about: UUID | None = None, **named: Any) -> Done[T]:
    """A change of a budget, in the trail of its body."""
    return Done(value, scope=body_of(budget).pk, about=about or budget.pk, named={"budget": budget.title, **named})
