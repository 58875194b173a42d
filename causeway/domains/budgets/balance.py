"""Whether a budget balances, and if not what is missing: exact, and without a database.

Revenue pays running costs, capital pays things that last; each must come out even by itself. What may not be: money
that is borrowed for running costs, reserves below their floor, a council tax that needs a referendum, a line without
a figure. After section 31A of the Local Government Finance Act 1992, by which councils in England reckon theirs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal
from enum import Enum

REVENUE_OUT = ("contingency", "reserves_raised", "financing", "levy", "to_capital", "other_out")
REVENUE_IN = ("fees", "grants", "rates", "reserves_used", "other_in")
CAPITAL_OUT = ("capital_spending",)
CAPITAL_IN = ("borrowing", "capital_grants", "capital_receipts", "to_capital")
WHOLE = 10_000  # an increase is in hundredths of one per cent


@dataclass(frozen=True, kw_only=True)
class Tax:
    """The council tax: the base in Band D homes, Band D in pence now and before, and where a referendum begins."""

    base: Decimal
    band_d_pence: int
    band_d_before_pence: int
    precepts_pounds: int = 0
    limit_hundredths: int | None = None

    @property
    def raised_pounds(self) -> int:
        """What the tax brings in: base times Band D, rounded down to the pound."""
        return int((self.base * self.band_d_pence / 100).to_integral_value(ROUND_FLOOR))

    @property
    def highest_pence(self) -> int | None:
        """The highest Band D that needs no referendum: the increase must stay below the limit. None without one."""
        if self.limit_hundredths is None:
            return None
        return self.band_d_before_pence + -(-self.limit_hundredths * self.band_d_before_pence // WHOLE) - 1

    @property
    def increase_hundredths(self) -> int:
        """The increase in hundredths of one per cent, rounded down: it is below the limit exactly if the tax is."""
        more = self.band_d_pence - self.band_d_before_pence
        return more * WHOLE // self.band_d_before_pence if self.band_d_before_pence else 0


@dataclass(frozen=True, kw_only=True)
class Figures:
    """All that a budget is reckoned from. ``items`` maps each kind to its sum; ``unfilled`` names lines without a
    figure; the reserves are None where nobody has said what there is.
    """

    lines: int = 0
    lines_pounds: int = 0
    unfilled: tuple[str, ...] = ()
    proposals_pounds: int = 0
    capital_proposals_pounds: int = 0
    items: Mapping[str, int] = field(default_factory=dict)
    reserves_opening_pounds: int | None = None
    reserves_floor_pounds: int = 0
    tax: Tax | None = None

    def sum_of(self, *kinds: str) -> int:
        """The sum of the items of these kinds."""
        return sum(self.items.get(kind, 0) for kind in kinds)


class Fault(Enum):
    """What keeps a budget from closing."""

    NO_LINES = "no lines"
    UNFILLED = "unfilled"
    SHORT = "short"
    OVER = "over"
    CAPITAL_SHORT = "capital short"
    CAPITAL_OVER = "capital over"
    BORROWED_TOO_MUCH = "borrowed too much"
    NO_RESERVES = "no reserves"
    BELOW_FLOOR = "below floor"
    REFERENDUM = "referendum"


@dataclass(frozen=True)
class Problem:
    """One fault, with the amount that mends it: pounds; for the referendum pence of Band D; for lines their number."""

    fault: Fault
    amount: int


@dataclass(frozen=True, kw_only=True)
class Balance:
    """Both accounts, what stays in reserve, and every problem. It balances where there is none."""

    revenue_out_pounds: int
    revenue_in_pounds: int
    capital_out_pounds: int
    capital_in_pounds: int
    reserves_after_pounds: int | None
    problems: tuple[Problem, ...]

    @property
    def balances(self) -> bool:
        return not self.problems


def weigh(figures: Figures) -> Balance:
    """Add both accounts up and find every problem."""
    out = figures.lines_pounds + figures.proposals_pounds + figures.sum_of(*REVENUE_OUT) - figures.sum_of("saving")
    tax = figures.tax
    come_in = figures.sum_of(*REVENUE_IN) + (tax.raised_pounds + tax.precepts_pounds if tax else 0)
    capital_out = figures.capital_proposals_pounds + figures.sum_of(*CAPITAL_OUT)
    capital_in = figures.sum_of(*CAPITAL_IN)
    after = _reserves_after(figures)
    return Balance(
        revenue_out_pounds=out,
        revenue_in_pounds=come_in,
        capital_out_pounds=capital_out,
        capital_in_pounds=capital_in,
        reserves_after_pounds=after,
        problems=(
            *_of_lines(figures),
            *_of_revenue(come_in - out),
            *_of_capital(capital_in - capital_out, figures.sum_of("borrowing")),
            *_of_reserves(figures, after),
            *_of_tax(tax),
        ),
    )


def _reserves_after(figures: Figures) -> int | None:
    if figures.reserves_opening_pounds is None:
        return None
    return figures.reserves_opening_pounds + figures.sum_of("reserves_raised") - figures.sum_of("reserves_used")


def _of_lines(figures: Figures) -> list[Problem]:
    if not figures.lines:
        return [Problem(Fault.NO_LINES, 0)]
    return [Problem(Fault.UNFILLED, len(figures.unfilled))] if figures.unfilled else []


def _of_revenue(left: int) -> list[Problem]:
    if left == 0:
        return []
    return [Problem(Fault.SHORT, -left) if left < 0 else Problem(Fault.OVER, left)]


def _of_capital(left: int, borrowed: int) -> list[Problem]:
    if left <= 0:
        return [Problem(Fault.CAPITAL_SHORT, -left)] if left else []
    too_much = min(left, borrowed)
    rest = left - too_much
    problems = [Problem(Fault.BORROWED_TOO_MUCH, too_much)] if too_much else []
    return [*problems, Problem(Fault.CAPITAL_OVER, rest)] if rest else problems


def _of_reserves(figures: Figures, after: int | None) -> list[Problem]:
    if after is None:
        return [Problem(Fault.NO_RESERVES, 0)] if figures.sum_of("reserves_used") else []
    below = figures.reserves_floor_pounds - after
    return [Problem(Fault.BELOW_FLOOR, below)] if below > 0 else []


def _of_tax(tax: Tax | None) -> list[Problem]:
    if tax is None or tax.highest_pence is None or tax.band_d_pence <= tax.highest_pence:
        return []
    return [Problem(Fault.REFERENDUM, tax.band_d_pence - tax.highest_pence)]
