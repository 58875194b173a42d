"""Where the money of a budget comes from and goes: the rows of its tables, ready to be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.budgets.balance import CAPITAL_IN, CAPITAL_OUT, REVENUE_IN, REVENUE_OUT, Balance, Tax, weigh
from causeway.domains.budgets.models import Budget, CouncilTax, Item, Line, Proposal, Reserves
from causeway.domains.budgets.paying_once import recurrent_from_reserves
from causeway.domains.budgets.sentence import sentence_of
from causeway.domains.budgets.weighing import figures_of, tax_of

SHOWN_ON_BUDGET = 12


@dataclass(frozen=True)
class Amount:
    """One row: in words, in pounds, with its source; and the row behind it, for links. ``bar`` is its part of the
    largest in per cent.
    """

    words: str
    pounds: int
    source: str = ""
    bar: int = 0
    line: Line | None = None
    item: Item | None = None
    proposal: Proposal | None = None


@dataclass(frozen=True)
class Accounts:
    """Both accounts row by row, how they balance, and the sentence that says so."""

    balance: Balance
    sentence: str
    spent: list[Amount]
    raised: list[Amount]
    built: list[Amount]
    paid_for: list[Amount]
    reserves: Reserves | None
    tax: CouncilTax | None
    tax_figures: Tax | None
    recurrent_from_reserves_pounds: int


def accounts_of(budget: Budget) -> Accounts:
    """The accounts of a budget as it stands. Rows without money are left out."""
    figures = figures_of(budget)
    balance = weigh(figures)
    lines = lines_of(budget)
    items = list(Item.objects.filter(budget=budget).select_related("line"))
    adopted = list(Proposal.objects.filter(budget=budget, adopted_on__isnull=False))
    tax = CouncilTax.objects.filter(budget=budget).first()
    spent = [
        *_of_lines(lines),
        *_of_proposals(adopted, Proposal.Account.REVENUE),
        *_of_items(items, REVENUE_OUT),
        *_of_items(items, ("saving",), sign=-1),
    ]
    paid_for = _of_items(items, CAPITAL_IN)
    return Accounts(
        balance=balance,
        sentence=sentence_of(balance),
        spent=_with_bars(spent),
        raised=_with_bars([*_of_items(items, REVENUE_IN), *_of_tax(tax, figures.tax)]),
        built=_with_bars([*_of_proposals(adopted, Proposal.Account.CAPITAL), *_of_items(items, CAPITAL_OUT)]),
        paid_for=_with_bars(paid_for),
        reserves=Reserves.objects.filter(budget=budget).first(),
        tax=tax,
        tax_figures=tax_of(tax),
        recurrent_from_reserves_pounds=recurrent_from_reserves(adopted, figures.sum_of("reserves_used")),
    )


def lines_of(budget: Budget) -> list[Line]:
    """The council's lines in the order of the file, totals too."""
    return list(Line.objects.filter(budget=budget).select_related("source"))


def shortened(rows: list[Amount]) -> list[Amount]:
    """The largest rows, and the others together as one."""
    ordered = sorted(rows, key=lambda row: -row.pounds)
    if len(ordered) <= SHOWN_ON_BUDGET:
        return ordered
    rest = sum(row.pounds for row in ordered[SHOWN_ON_BUDGET:])
    return _with_bars([*ordered[:SHOWN_ON_BUDGET], Amount(_("Everything else"), rest)])


def by_group(rows: list[Amount]) -> list[Amount]:
    """The council's lines added up by group, since a return has fifty of them; the rest as it is.

    Every line by itself stands on the page of the council's figures.
    """
    groups: dict[str, list[Amount]] = {}
    for row in rows:
        if row.line is not None:
            groups.setdefault(row.line.group or _("Lines"), []).append(row)
    sums = [
        Amount(group, sum(row.pounds for row in among), source=str(among[0].line.source if among[0].line else ""))
        for group, among in groups.items()
    ]
    return _with_bars([*sums, *(row for row in rows if row.line is None)])


def _of_lines(lines: Iterable[Line]) -> list[Amount]:
    return [
        Amount(line.name, line.net_pounds, line=line, source=source_of(line))
        for line in lines
        if line.role != Line.Role.TOTAL and line.net_pounds
    ]


def source_of(line: Line) -> str:
    """Where a line's figure comes from, in words."""
    return line.filled_from or f"{line.source.vintage}, {line.cell}"


def _of_proposals(adopted: Iterable[Proposal], account: str) -> list[Amount]:
    return [
        Amount(proposal.title, proposal.cost_pounds, proposal=proposal, source=proposal.adopted_ground)
        for proposal in adopted
        if proposal.account == account
    ]


def _of_items(items: Iterable[Item], kinds: tuple[str, ...], *, sign: int = 1) -> list[Amount]:
    return [
        Amount(f"{item.get_kind_display()}: {item.title}", sign * item.amount_pounds, item=item, source=item.source)
        for item in items
        if item.kind in kinds
    ]


def _of_tax(row: CouncilTax | None, tax: Tax | None) -> list[Amount]:
    if row is None or tax is None:
        return []
    rows = [Amount(_("Council tax"), tax.raised_pounds, source=row.source)]
    if row.precepts_pounds:
        rows.append(Amount(_("Local precepts collected on top"), row.precepts_pounds, source=row.source))
    return rows


def _with_bars(rows: list[Amount]) -> list[Amount]:
    largest = max((abs(row.pounds) for row in rows), default=0) or 1
    return [
        Amount(row.words, row.pounds, row.source, 100 * max(row.pounds, 0) // largest, row.line, row.item, row.proposal)
        for row in rows
    ]
