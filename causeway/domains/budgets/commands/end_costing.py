"""End somebody's part in costing."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.models import Budget, Coster
from causeway.domains.budgets.policies import may_end_costing
from causeway.domains.budgets.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class EndCosting(Command[Budget]):
    """Take an offer to cost back, or decline it. What the person costed before stays, under their name."""

    coster_id: UUID


@performs(
    EndCosting,
    policy=may_end_costing,
    says="ended somebody’s part in costing “{budget}”",
    finds=in_budget(Coster, "coster_id"),
)
def end_costing(_actor: Actor, _command: EndCosting, coster: Coster) -> Done[Budget]:
    budget = coster.budget
    coster.delete()
    return in_trail(budget, budget)
