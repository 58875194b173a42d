"""Both budgets beside each other, from the rows of a budget that the caller may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.budgets.comparing import Change, Comparison, Figure, Order, compare
from causeway.domains.budgets.computing import Worked
from causeway.domains.budgets.models import Budget, BudgetVote, Item, Line, Proposal, Way
from causeway.domains.budgets.votes_queries import results_of, votes_on

ADDED_UP = (Line.Role.SERVICE, Line.Role.OTHER)


@dataclass(frozen=True, kw_only=True)
class Beside:
    """The council’s budget beside the people’s: what is adopted, or what one way of a vote would pay for."""

    found: Comparison
    capital: list[Change]
    capital_pounds: int
    way: Way | None
    vote: BudgetVote | None


def newest_result(budget: Budget) -> tuple[BudgetVote | None, dict[Way, Worked]]:
    """The newest vote on proposals that is worked out, with what each way gives."""
    vote = next((vote for vote in votes_on(budget) if vote.worked_out_at), None)
    return vote, results_of(vote) if vote else {}


def beside(
    budget: Budget,
    vote: BudgetVote | None,
    results: Mapping[Way, Worked],
    *,
    way: str = "",
    order: Order = Order.COUNCIL,
    only_different: bool = False,
) -> Beside:
    """The comparison. ``way`` shows what that way would pay for in place of what the vote adopted."""
    shown = Way(way) if way in results else None
    proposals = _proposals(budget, vote, results, shown)
    capital = [_change(one) for one in proposals if one.account == Proposal.Account.CAPITAL]
    revenue = [_change(one) for one in proposals if one.account == Proposal.Account.REVENUE]
    found = compare(
        _figures(budget),
        [*revenue, *_savings(budget)],
        new=_("On no line of the council’s figures"),
        order=order,
        only_different=only_different,
    )
    return Beside(
        found=found,
        capital=capital,
        capital_pounds=sum(one.pounds for one in capital),
        way=shown,
        vote=vote,
    )


def _figures(budget: Budget) -> list[Figure]:
    rows = Line.objects.filter(budget=budget, role__in=ADDED_UP)
    return [Figure(key=str(row.pk), name=row.name, group=row.group, net_pounds=row.net_pounds) for row in rows]


def _proposals(
    budget: Budget, vote: BudgetVote | None, results: Mapping[Way, Worked], way: Way | None
) -> list[Proposal]:
    """What is adopted; with a way, what that way pays for and what was adopted besides the vote."""
    adopted = Proposal.objects.filter(budget=budget, adopted_on__isnull=False)
    if vote is None or way is None:
        return list(adopted)
    places = {one.place for one in results[way].funded}
    voted = list(vote.voted_on.select_related("proposal"))
    besides = adopted.exclude(pk__in=[one.proposal_id for one in voted])
    funded = [one for one in voted if one.place in places]
    for one in funded:
        one.proposal.cost_pounds = one.cost_pounds  # as it was voted on
    return [*besides, *(one.proposal for one in funded)]


def _change(proposal: Proposal) -> Change:
    return Change(
        key=str(proposal.line_id or ""),
        title=proposal.title,
        pounds=proposal.cost_pounds,
        number=proposal.number,
        link=proposal.get_absolute_url(),
    )


def _savings(budget: Budget) -> list[Change]:
    rows = Item.objects.filter(budget=budget, kind=Item.Kind.SAVING)
    return [Change(key=str(row.line_id or ""), title=row.title, pounds=-row.amount_pounds) for row in rows]
