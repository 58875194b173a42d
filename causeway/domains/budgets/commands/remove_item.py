"""Take an amount out of the balance."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.models import Budget, Item
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class RemoveItem(Command[Budget]):
    """Take an amount out of the balance again. The trail says that it was there."""

    item_id: UUID


@performs(
    RemoveItem,
    policy=may_run_budget,
    says="took “{item}” out of the balance of “{budget}”",
    finds=in_budget(Item, "item_id"),
)
def remove_item(_actor: Actor, _command: RemoveItem, item: Item) -> Done[Budget]:
    budget, title = item.budget, item.title
    item.delete()
    return in_trail(budget, budget, item=title)
