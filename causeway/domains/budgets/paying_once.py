"""Whether money that is there only once pays for what comes back every year: said, and no ground to refuse."""

from __future__ import annotations

from collections.abc import Iterable

from causeway.domains.budgets.models import Proposal


def recurrent_from_reserves(adopted: Iterable[Proposal], reserves_used_pounds: int) -> int:
    """How many pounds of recurrent proposals reserves pay for, after all that is paid once.

    Reserves can be spent once. What is left of them after one-off proposals goes, at the most, into those that recur.
    """
    revenue = [proposal for proposal in adopted if proposal.account == Proposal.Account.REVENUE]
    once = sum(proposal.cost_pounds for proposal in revenue if proposal.span == Proposal.Span.ONE_OFF)
    every_year = sum(proposal.cost_pounds for proposal in revenue) - once
    return min(every_year, max(reserves_used_pounds - once, 0))
