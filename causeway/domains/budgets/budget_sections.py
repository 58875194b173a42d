"""What parts of this room add to the page of a budget: each in a fragment of its own, in this order."""

from __future__ import annotations

from collections.abc import Callable

from causeway.domains.budgets.models import Budget
from causeway.domains.budgets.votes_panels import votes_of_budget
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel

SECTIONS: tuple[Callable[[Actor, Budget], Panel | None], ...] = (votes_of_budget,)


def sections_of(actor: Actor, budget: Budget) -> list[Panel]:
    """The fragments for this budget, as far as the actor sees them."""
    made = (make(actor, budget) for make in SECTIONS)
    return [panel for panel in made if panel is not None]
