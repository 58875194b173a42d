"""Close a budget."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.freezing import digest_of, frozen_of
from causeway.domains.budgets.models import Budget
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.sentence import sentence_of
from causeway.domains.budgets.trail import in_trail
from causeway.domains.budgets.votes_queries import running_vote
from causeway.domains.budgets.weighing import balance_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CloseBudget(Command[Budget]):
    """Close a budget that balances: from now on nothing in it changes, and its digest proves it.

    One that does not balance is refused with the sentence that says what is missing.
    """

    budget_id: UUID


@performs(CloseBudget, policy=may_run_budget, says="closed the budget “{budget}”", finds=locked(Budget, "budget_id"))
def close_budget(_actor: Actor, _command: CloseBudget, budget: Budget) -> Done[Budget]:
    if running_vote(budget):
        raise Conflict(_("Proposals of this budget are put to the vote. Wait for the result, or cancel the vote."))
    balance = balance_of(budget)
    if not balance.balances:
        said = _("This budget cannot close: %(sentence)s")
        raise Conflict(said % {"sentence": sentence_of(balance)})
    budget.closed_at = clock.now()
    budget.frozen = frozen_of(budget, balance)
    budget.digest = digest_of(budget.frozen)
    budget.save(update_fields=["closed_at", "frozen", "digest"])
    return in_trail(budget, budget)
