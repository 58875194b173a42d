"""Who may do what with a vote on proposals, and why not."""

from __future__ import annotations

from causeway.domains.budgets.models import BudgetVote
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.votes_queries import visible_votes
from causeway.kernel.actors import Actor, System
from causeway.kernel.policies import YES, Verdict, policy, sees

may_see_vote = sees("Whoever sees a budget sees the votes on its proposals, and what they gave.", visible_votes)


@policy("Causeway works a vote out as soon as it is counted; whoever runs the budget may ask for that.")
def may_work_out(actor: Actor, vote: BudgetVote) -> Verdict:
    return YES if isinstance(actor, System) else may_run_budget(actor, vote)
