"""Give up a budget."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.budgets.models import Budget
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class GiveUpBudget(Command[Budget]):
    """End a budget without closing it, with a reason that all read. What was said and proposed stays to be read."""

    budget_id: UUID
    reason: str


@performs(GiveUpBudget, policy=may_run_budget, says="gave up the budget “{budget}”", finds=locked(Budget, "budget_id"))
def give_up_budget(_actor: Actor, command: GiveUpBudget, budget: Budget) -> Done[Budget]:
    budget.given_up_why = some_text(command.reason, "reason", longest=300)
    budget.given_up_on = clock.today()
    budget.save(update_fields=["given_up_on", "given_up_why"])
    return in_trail(budget, budget)
