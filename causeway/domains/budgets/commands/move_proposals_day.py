"""Move the day until which needs and proposals are taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from causeway.domains.budgets.commands.draw_up_budget import last_day
from causeway.domains.budgets.models import Budget
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class MoveProposalsDay(Command[Budget]):
    """Take needs and proposals until another day; also again, where the day was over."""

    budget_id: UUID
    proposals_until: date


@performs(
    MoveProposalsDay,
    policy=may_run_budget,
    says="moved the last day for proposals in “{budget}”",
    finds=locked(Budget, "budget_id"),
)
def move_proposals_day(_actor: Actor, command: MoveProposalsDay, budget: Budget) -> Done[Budget]:
    budget.proposals_until = last_day(command.proposals_until)
    budget.save(update_fields=["proposals_until"])
    return in_trail(budget, budget)
