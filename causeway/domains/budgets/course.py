"""Where a budget stands: by its dates alone."""

from __future__ import annotations

from enum import Enum

from causeway.domains.budgets.models import Budget
from causeway.kernel import clock


class Stage(Enum):
    """Where a budget stands today."""

    COLLECTING = "collecting"
    """Needs and proposals are taken in."""
    BALANCING = "balancing"
    """No more proposals: they are costed, chosen and balanced."""
    CLOSED = "closed"
    GIVEN_UP = "given up"


def stage_of(budget: Budget) -> Stage:
    """Where the budget stands."""
    if budget.given_up_on:
        return Stage.GIVEN_UP
    if budget.closed_at:
        return Stage.CLOSED
    return Stage.COLLECTING if clock.today() <= budget.proposals_until else Stage.BALANCING


def may_still_change(budget: Budget) -> bool:
    """Whether figures, costs and choices can still be changed."""
    return stage_of(budget) in {Stage.COLLECTING, Stage.BALANCING}
