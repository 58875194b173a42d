"""State what is in reserve."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.budgets.models import Budget, Reserves
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.domains.budgets.wording import some_pounds
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class StateReserves(Command[Reserves]):
    """State what the council has in reserve at the start of the year, and the floor that must stay, with reason."""

    budget_id: UUID
    opening_pounds: int
    floor_pounds: int
    floor_why: str
    source: str


@performs(
    StateReserves, policy=may_run_budget, says="stated the reserves of “{budget}”", finds=locked(Budget, "budget_id")
)
def state_reserves(_actor: Actor, command: StateReserves, budget: Budget) -> Done[Reserves]:
    reserves, _new = Reserves.objects.update_or_create(
        budget=budget,
        defaults={
            "opening_pounds": some_pounds(command.opening_pounds, "opening_pounds", least=0),
            "floor_pounds": some_pounds(command.floor_pounds, "floor_pounds", least=0),
            "floor_why": some_text(command.floor_why, "floor_why", longest=300),
            "source": some_text(command.source, "source", longest=300),
        },
    )
    return in_trail(budget, reserves)
