"""From the rows of a budget to the figures that its balance is reckoned from."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Sum

from causeway.domains.budgets.balance import Balance, Figures, Tax, weigh
from causeway.domains.budgets.models import Budget, CouncilTax, Item, Line, Proposal, Reserves


def balance_of(budget: Budget) -> Balance:
    """The balance of a budget as it stands."""
    return weigh(figures_of(budget))


def figures_of(budget: Budget) -> Figures:
    """Everything that the balance is reckoned from, read afresh."""
    lines = list(Line.objects.filter(budget=budget).exclude(role=Line.Role.TOTAL).only("name", "net_pounds"))
    adopted = Proposal.objects.filter(budget=budget, adopted_on__isnull=False)
    by_account = dict(adopted.order_by().values_list("account").annotate(Sum("cost_pounds")))
    reserves = Reserves.objects.filter(budget=budget).first()
    return Figures(
        lines=len(lines),
        lines_pounds=sum(line.net_pounds or 0 for line in lines),
        unfilled=unfilled(lines),
        proposals_pounds=by_account.get(Proposal.Account.REVENUE, 0),
        capital_proposals_pounds=by_account.get(Proposal.Account.CAPITAL, 0),
        items=dict(Item.objects.filter(budget=budget).order_by().values_list("kind").annotate(Sum("amount_pounds"))),
        reserves_opening_pounds=reserves.opening_pounds if reserves else None,
        reserves_floor_pounds=reserves.floor_pounds if reserves else 0,
        tax=tax_of(CouncilTax.objects.filter(budget=budget).first()),
    )


def unfilled(lines: Iterable[Line]) -> tuple[str, ...]:
    """The names of lines without a figure."""
    return tuple(line.name for line in lines if line.net_pounds is None)


def tax_of(row: CouncilTax | None) -> Tax | None:
    """The council tax as it is reckoned with."""
    if row is None:
        return None
    return Tax(
        base=row.tax_base,
        band_d_pence=row.band_d_pence,
        band_d_before_pence=row.band_d_before_pence,
        precepts_pounds=row.precepts_pounds,
        limit_hundredths=row.limit_hundredths,
    )
