"""What everybody paid under equal shares, exactly, when it is known which projects are bought in which order.

What a voter has left is the start less the prices of what was bought with their support, so that the money of many
voters is a short sum: for each purchase, its exact price times the points behind it. Doubles tell who can pay in full,
and whole numbers over a common denominator where the error of doubles leaves a doubt.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from causeway.engines.budgeting.instance import Integers
from causeway.engines.budgeting.market import EPSILON, Market, Reals, inner, rounding


@dataclass(frozen=True, kw_only=True)
class Purchase:
    """A project bought at ``price`` pence a point; ``payers`` paid in full, ``emptied`` gave all they had."""

    project: int
    price: Fraction
    payers: int
    emptied: int


class Ledger:
    """Money in doubles, off by no more than ``error``, beside the exact prices that explain it.

    ``scale`` is the common denominator of ``start`` (by section) and ``paid`` (by project), both numerators.
    """

    def __init__(self, market: Market, start: Sequence[Fraction]) -> None:
        self.market = market
        self.scale = math.lcm(*(amount.denominator for amount in start))
        self.start = [int(amount * self.scale) for amount in start]
        self.paid: dict[int, int] = {}
        self.purchases: list[Purchase] = []
        self.money: Reals = np.array(start, dtype=np.float64)[market.electorate.section]
        self.most = float(max(start))
        self.alive = self.money > 0

    @property
    def error(self) -> float:
        """How far any voter's money in doubles may be from the exact amount."""
        return 4 * (len(self.paid) + 1) * EPSILON * self.most

    def together(self, rows: Integers) -> int:
        """What voters of these rows, none of them emptied, have left together, over ``scale``."""
        electorate = self.market.electorate
        weight = electorate.weight[rows]
        voters = np.bincount(electorate.section[rows], weights=weight, minlength=len(self.start))
        held = sum(amount * int(number) for amount, number in zip(self.start, voters, strict=True))
        if not self.paid or not len(rows):
            return held
        entry, lengths = electorate.entries(rows)
        points = self.market.entry_points[entry] * np.repeat(weight, lengths)
        behind = np.bincount(electorate.project[entry], weights=points, minlength=len(self.market.factor))
        return held - sum(price * int(behind[project]) for project, price in self.paid.items())

    def left(self, row: int) -> int:
        """What a voter of this row, not emptied, has left, over ``scale``."""
        electorate = self.market.electorate
        entries = slice(electorate.start[row], electorate.start[row + 1])
        ballot = zip(electorate.project[entries].tolist(), self.market.entry_points[entries].tolist(), strict=True)
        spent: int = sum(self.paid.get(place, 0) * points for place, points in ballot)
        return self.start[int(electorate.section[row])] - spent

    def lacked(self, project: int) -> Fraction:
        """How much less than its cost the supporters have together."""
        rows = self.market.electorate.supporters[project]
        return self.market.costs[project] - Fraction(self.together(rows[self.alive[rows]]), self.scale)

    def price(self, project: int) -> Fraction | None:
        """The exact price a point, or None where the supporters cannot raise the cost."""
        market = self.market
        rows = market.electorate.supporters[project]
        alive = self.alive[rows]
        rows, points, weight = rows[alive], market.points[project][alive], market.weight[project][alive]
        demand, cost = market.demand[project][alive], market.costs[project]
        if not len(rows) or self.together(rows) < cost * self.scale:
            return None
        money = self.money[rows]
        guess, rich = _solve(money, points, weight, demand, cost)
        doubt = inner(weight, np.full(len(rows), self.error)) + rounding(len(rows), cost)
        margin = 4 * (doubt / max(rich, 1.0) + self.error + guess * 8 * EPSILON)
        while True:
            price = self._settle(rows, points, demand, money / points, (guess - margin, guess + margin), cost)
            if margin == math.inf or (price is not None and abs(float(price) - guess) <= margin / 2):
                return price
            margin = math.inf

    def _settle(
        self, rows: Integers, points: Reals, demand: Reals, limits: Reals, between: tuple[float, float], cost: int
    ) -> Fraction | None:
        """The exact price, if it lies ``between`` two bounds, so that only limits there leave open who pays in full."""
        poor, rich = limits < between[0], limits > between[1]
        missing = cost * self.scale - self.together(rows[poor])
        payers = int(demand[rich].sum())
        doubtful: dict[Fraction, int] = {}
        for place in np.flatnonzero(~poor & ~rich).tolist():
            limit = Fraction(self.left(int(rows[place])), int(points[place]))
            doubtful[limit] = doubtful.get(limit, 0) + int(demand[place])
        payers += sum(doubtful.values())
        for limit, group in sorted(doubtful.items()):
            if missing <= limit * payers:
                break
            missing -= int(limit * group)
            payers -= group
        return Fraction(missing, payers * self.scale) if payers else None

    def raised(self, project: int, price: Fraction) -> Fraction:
        """What the supporters would pay together at this price a point, exactly."""
        market = self.market
        rows = market.electorate.supporters[project]
        alive = self.alive[rows]
        rows, points, demand = rows[alive], market.points[project][alive], market.demand[project][alive]
        due, money = float(price) * points, self.money[rows]
        margin = self.error + due * 8 * EPSILON
        poor, rich = money < due - margin, money > due + margin
        total = Fraction(self.together(rows[poor]), self.scale) + price * int(demand[rich].sum())
        for place in np.flatnonzero(~poor & ~rich).tolist():
            held = Fraction(self.left(int(rows[place])), self.scale)
            total += min(held / int(points[place]), price) * int(demand[place])
        return total

    def buy(self, project: int, price: Fraction | None = None) -> None:
        """Take the price (found where it is not said) from every supporter, or all they have left."""
        market, price = self.market, price or self.price(project)
        if price is None:
            raise AssertionError("what is bought can be paid for")
        self._rescale(math.lcm(self.scale, price.denominator) // self.scale)
        rows = market.electorate.supporters[project]
        rows, points = rows[self.alive[rows]], market.points[project][self.alive[rows]]
        due = float(price) * points
        left = self.money[rows] - due
        margin = self.error * 4 + due * 8 * EPSILON
        ahead, poor = left > margin, left < -margin
        exact = int(price * self.scale)
        for place in np.flatnonzero(~ahead & ~poor).tolist():
            over = self.left(int(rows[place])) - exact * int(points[place])
            ahead[place], poor[place] = over > 0, over < 0
        self.paid[project] = exact
        self.money[rows] = np.where(ahead, np.maximum(left, 0.0), 0.0)
        self.alive[rows] = ahead
        weight = market.electorate.weight[rows]
        emptied = int(weight[poor].sum())
        self.purchases.append(
            Purchase(project=project, price=price, payers=int(weight.sum()) - emptied, emptied=emptied)
        )

    def _rescale(self, by: int) -> None:
        self.scale *= by
        self.start = [amount * by for amount in self.start]
        self.paid = {project: amount * by for project, amount in self.paid.items()}


def _solve(money: Reals, points: Reals, weight: Reals, demand: Reals, cost: int) -> tuple[float, float]:
    """About the price a point at which supporters raise ``cost``, and the demand of those who can pay in full.

    Newton's method from below on a concave, piecewise linear function: it ends after finitely many steps.
    """
    price, last = 0.0, -1.0
    while True:
        poor = money < price * points
        rich = inner(demand, ~poor)
        if rich == last or not rich:
            return price, rich
        last, price = rich, max(price, (cost - inner(weight, np.where(poor, money, 0.0))) / rich)
