"""The truth table: which combinations of conditions were seen, and whether they go with the outcome.

A case belongs to the one row in which its membership is above one half. A row goes with the outcome (``1``) if it holds
enough cases and its inclusion and PRI reach the cuts; without enough cases it is a remainder (``?``). Between a lower
and the upper cut of inclusion, where a lower one is given, it is undecided (``C``): neither explained nor assumed.

Reference: C.C. Ragin, “Redesigning Social Inquiry” (2008), chapter 7. Time O(rows seen x cases x conditions); tried
with 5,000 cases and 24 conditions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.qca.cases import HALF, Cases
from causeway.engines.qca.fit import sufficiency
from causeway.engines.qca.terms import Condition, Term


@dataclass(frozen=True, kw_only=True)
class Cuts:
    """What a row needs to go with the outcome. ``low`` is the lower cut of inclusion, if rows may be undecided."""

    inclusion: Fraction = Fraction(4, 5)
    frequency: int = 1
    pri: Fraction = Fraction(1, 2)
    low: Fraction | None = None

    def __post_init__(self) -> None:
        if not all(0 <= cut <= 1 for cut in (self.inclusion, self.pri, self.low or 0)):
            raise BadInput("The cuts of inclusion and PRI must lie between 0 and 1.")
        if self.low is not None and self.low > self.inclusion:
            raise BadInput("The lower cut of inclusion must not be above the upper one.")
        if self.frequency < 1:
            raise BadInput("The cut of frequency must be at least 1 case.")


@dataclass(frozen=True, kw_only=True)
class Row:
    """A row that was seen.

    ``number`` counts all possible rows from 1, with the first condition changing slowest. ``without`` names the cases
    of the row that do not have the outcome although others of it do, and ``contradictory`` says that there are both.
    """

    number: int
    values: Term
    out: str
    cases: tuple[str, ...]
    with_outcome: tuple[str, ...]
    without: tuple[str, ...]
    inclusion: Fraction
    pri: Fraction

    @property
    def contradictory(self) -> bool:
        """Some of its cases have the outcome and others do not."""
        return bool(self.with_outcome and self.without)


@dataclass(frozen=True, kw_only=True)
class TruthTable:
    """All rows that were seen, in the order of their numbers, and the cuts that decided on them."""

    conditions: tuple[Condition, ...]
    rows: tuple[Row, ...]
    cuts: Cuts

    def having(self, *outs: str) -> tuple[Term, ...]:
        """The rows that came out so."""
        return tuple(row.values for row in self.rows if row.out in outs)

    @property
    def possible(self) -> int:
        """How many rows there could be."""
        return row_number(self.conditions, tuple(condition.levels - 1 for condition in self.conditions))

    def decided(self) -> tuple[tuple[Term, ...], tuple[Term, ...]]:
        """Rows that go with the outcome, and rows that do not or are undecided: all that a solution depends on."""
        return self.having("1"), self.having("0", "C")


def truth_table(cases: Cases, cuts: Cuts) -> TruthTable:
    """The truth table of these cases."""
    places: dict[Term, list[int]] = {}
    for place, row in enumerate(cases.rows()):
        places.setdefault(row, []).append(place)
    rows = (_row(cases, row, members, cuts) for row, members in places.items())
    return TruthTable(conditions=cases.conditions, rows=tuple(sorted(rows, key=lambda row: row.number)), cuts=cuts)


def _row(cases: Cases, values: Term, members: Sequence[int], cuts: Cuts) -> Row:
    figures = sufficiency(cases.term(values), cases.memberships)
    inclusion, pri = figures.inclusion or Fraction(0), figures.pri or Fraction(0)
    inside = np.zeros(len(cases.names), dtype=np.bool_)
    inside[list(members)] = True
    return Row(
        number=row_number(cases.conditions, values),
        values=values,
        out=_out(len(members), inclusion, pri, cuts),
        cases=cases.named(inside),
        with_outcome=cases.named(inside & (cases.memberships > HALF)),
        without=cases.named(inside & (cases.memberships < HALF)),
        inclusion=inclusion,
        pri=pri,
    )


def _out(count: int, inclusion: Fraction, pri: Fraction, cuts: Cuts) -> str:
    if count < cuts.frequency:
        return "?"
    if inclusion >= cuts.inclusion:
        return "1" if pri >= cuts.pri else "0"
    return "C" if cuts.low is not None and inclusion >= cuts.low else "0"


def row_number(conditions: Sequence[Condition], values: Term) -> int:
    """The number of a row among all possible ones, from 1."""
    number = 0
    for condition, value in zip(conditions, values, strict=True):
        number = number * condition.levels + value
    return number + 1
