"""One run of equal shares with a given amount of money for each voter, decided in exact arithmetic.

Doubles find out which projects can be next; where the error that they may carry leaves a doubt, whole numbers over a
common denominator decide. What a voter has left is the start less the prices of what was bought with their support, so
that the money of many voters is a short sum: for each purchase, its exact price times the points behind it.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from causeway.engines.budgeting import ties
from causeway.engines.budgeting.instance import Integers
from causeway.engines.budgeting.market import Market, Reals

EPSILON = 2.0**-52


@dataclass(frozen=True, kw_only=True)
class Purchase:
    """A project bought at ``price`` pence a point; ``payers`` paid in full, ``emptied`` gave all they had."""

    project: int
    price: Fraction
    payers: int
    emptied: int
    ground: str


def solve(money: Reals, points: Reals, weight: Reals, demand: Reals, cost: float, floor: float) -> tuple[float, float]:
    """The price a point at which supporters raise ``cost``, and the demand of those who can pay in full.

    Newton's method from below on a concave, piecewise linear function: it ends after finitely many steps.
    """
    price, last = floor, -1
    while True:
        poor = money < price * points
        count = int(np.count_nonzero(poor))
        rich = float(demand @ ~poor)
        if count == last or rich <= 0:
            return price, rich
        price = max(price, (cost - float(weight @ np.where(poor, money, 0.0))) / rich)
        last = count


class Run:
    """The state of a run: money in doubles beside the exact prices that explain it.

    ``scale`` is the common denominator of ``start`` (by section) and ``paid`` (by project), both numerators.
    """

    def __init__(self, market: Market, start: Sequence[Fraction]) -> None:
        self.market = market
        self.scale = math.lcm(*(amount.denominator for amount in start))
        self.start = [int(amount * self.scale) for amount in start]
        self.paid: dict[int, int] = {}
        self.money: Reals = np.array([float(amount) for amount in start])[market.electorate.section]
        self.most = max((float(amount) for amount in start), default=0.0)
        self.alive = self.money > 0
        rows = len(self.money)
        self.history: Integers = market.electorate.section.copy()
        self.past: list[tuple[int, int, int]] = [(-1, place, 0) for place in range(len(start))]
        self.rounding = 4 * (rows + 8) * EPSILON

    @property
    def money_error(self) -> float:
        """How far any voter's money in doubles may be from the exact amount."""
        return 4 * (len(self.paid) + 1) * EPSILON * self.most

    def exact_sum(self, rows: Integers) -> int:
        """What voters of these rows, none of them emptied, have left together, over ``scale``."""
        electorate = self.market.electorate
        weight = electorate.weight[rows]
        held = sum(
            amount * int(weight[electorate.section[rows] == place].sum()) for place, amount in enumerate(self.start)
        )
        if not self.paid or not len(rows):
            return held
        entry, lengths = electorate.entries(rows)
        points = self.market.entry_points[entry] * np.repeat(weight, lengths)
        behind = np.bincount(electorate.project[entry], weights=points, minlength=len(self.market.factor))
        return held - sum(price * int(behind[project]) for project, price in self.paid.items())

    def exact_money(self, history: int) -> int:
        """What a voter with this history of payments has left, over ``scale``."""
        spent = 0
        while True:
            before, project, points = self.past[history]
            if before < 0:
                return self.start[project] - spent
            spent += self.paid[project] * points
            history = before

    def estimate(self, project: int, floor: float) -> tuple[float, float] | None:
        """Lower and upper bound of the price a point; None where it is certainly too dear; (0, inf) in doubt."""
        market = self.market
        rows = market.electorate.supporters[project]
        money, cost = self.money[rows], market.costs[project]
        held = float(market.weight[project] @ money)
        doubt = float(market.weight[project].sum()) * self.money_error + self.rounding * max(held, cost)
        if held < cost - doubt:
            return None
        if held <= cost + doubt:
            return 0.0, math.inf
        price, rich = solve(money, market.points[project], market.weight[project], market.demand[project], cost, floor)
        if rich <= 0:
            return 0.0, math.inf
        error = doubt / rich + price * 8 * EPSILON
        return price - error, price + error

    def exact_price(self, project: int) -> Fraction | None:
        """The exact price a point, or None where the supporters cannot raise the cost."""
        market = self.market
        rows = market.electorate.supporters[project]
        alive = self.alive[rows]
        rows, points = rows[alive], market.points[project][alive]
        weight, demand = market.weight[project][alive], market.demand[project][alive]
        cost = market.costs[project] * self.scale
        if not len(rows) or self.exact_sum(rows) < cost:
            return None
        limits = self.money[rows] / points
        guess, rich = solve(self.money[rows], points, weight, demand, market.costs[project], 0.0)
        guess = guess if rich > 0 else float(limits.max())
        demanded = max(rich, float(demand.min()))
        margin = (float(weight.sum()) * self.money_error + self.rounding * market.costs[project]) / demanded
        margin = 4 * (margin + self.money_error + guess * 8 * EPSILON)
        while True:
            price = self._settle(rows, demand, points, np.asarray(limits), guess, margin, cost)
            if (price is not None and abs(float(price) - guess) <= margin / 2) or margin == math.inf:
                return price
            margin = math.inf

    def _settle(
        self, rows: Integers, demand: Reals, points: Reals, limits: Reals, guess: float, margin: float, cost: int
    ) -> Fraction | None:
        """The exact price, where who pays in full is certain except for limits within ``margin`` of ``guess``."""
        poor, rich = limits < guess - margin, limits > guess + margin
        doubtful = np.flatnonzero(~poor & ~rich)
        missing = cost - self.exact_sum(rows[poor])
        payers = int(demand[rich].sum())
        groups: dict[tuple[int, int], int] = {}
        for place in doubtful:
            key = int(self.history[rows[place]]), int(points[place])
            groups[key] = groups.get(key, 0) + int(demand[place])
        ascending = sorted((Fraction(self.exact_money(past), given), group) for (past, given), group in groups.items())
        payers += sum(group for _, group in ascending)
        for limit, group in ascending:
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
        margin = self.money_error + due * 8 * EPSILON
        poor, rich = money < due - margin, money > due + margin
        total = Fraction(self.exact_sum(rows[poor]), self.scale) + price * int(demand[rich].sum())
        for place in np.flatnonzero(~poor & ~rich):
            held = Fraction(self.exact_money(int(self.history[rows[place]])), self.scale)
            total += min(held / int(points[place]), price) * int(demand[place])
        return total

    def buy(self, project: int, price: Fraction, ground: str) -> Purchase:
        """Take the price from every supporter, or all they have left."""
        market = self.market
        widened = math.lcm(self.scale, price.denominator)
        self._rescale(widened // self.scale)
        self.paid[project] = int(price * self.scale)
        rows = market.electorate.supporters[project]
        points, cost = market.points[project], float(price)
        due = cost * points
        margin = self.money_error * 4 + due * 8 * EPSILON
        limit = self.money[rows]
        ahead = (limit > due + margin) & self.alive[rows]
        poor = (limit < due - margin) | ~self.alive[rows]
        settled = np.zeros(len(rows), dtype=bool)
        for place in np.flatnonzero(~ahead & ~poor):
            left = self.exact_money(int(self.history[rows[place]])) - self.paid[project] * int(points[place])
            ahead[place], poor[place], settled[place] = left > 0, left < 0, left == 0
        emptied = int(market.weight[project][poor & self.alive[rows]].sum())
        payers = int(market.weight[project][ahead | settled].sum())
        self.money[rows] = np.where(ahead, np.maximum(limit - due, 0.0), 0.0)
        self.alive[rows] = ahead
        self._remember(rows[ahead], project, points[ahead])
        return Purchase(project=project, price=price, payers=payers, emptied=emptied, ground=ground)

    def _rescale(self, by: int) -> None:
        self.scale *= by
        self.start = [amount * by for amount in self.start]
        self.paid = {project: amount * by for project, amount in self.paid.items()}

    def _remember(self, rows: Integers, project: int, points: Reals) -> None:
        """Give each distinct history among these voters, with the purchase added, a number of its own."""
        most = int(points.max(initial=0)) + 1
        distinct, inverse = np.unique(self.history[rows] * most + points.astype(np.int64), return_inverse=True)
        base = len(self.past)
        self.past += [(before, project, given) for before, given in (divmod(int(key), most) for key in distinct)]
        self.history[rows] = base + inverse.ravel()


def run(market: Market, start: Sequence[Fraction], open_: Iterable[int], order: Sequence[str]) -> list[Purchase]:
    """Buy, round by round, the project whose supporters pay least for each unit of utility.

    Args:
        market: what is to be had.
        start: pence that each voter has, by section of voters.
        open_: positions of the projects that may be bought.
        order: the tie order.

    Raises:
        Tied: two projects are equally good, and the order refuses to decide.
    """
    state = Run(market, start)
    demand = market.full_demand
    low = {place: market.costs[place] / (demand[place] * market.factor[place]) for place in open_ if demand[place]}
    bought: list[Purchase] = []
    while low:
        best = _cheapest(state, low)
        if not best:
            break
        price = min(best.values())
        tied = [place for place, offered in best.items() if offered == price]
        chosen, ground = ties.decide(tied, market.vote, order)
        bought.append(state.buy(chosen, price * market.factor[chosen], ground))
        for gone in {chosen, *market.vote.rivals.get(chosen, ())}:
            low.pop(gone, None)
    return bought


def _cheapest(state: Run, low: dict[int, float]) -> dict[int, Fraction]:
    """Exact prices for each unit of utility of the projects that may be cheapest; forgets those too dear for good."""
    market = state.market
    ceiling = math.inf
    contenders: dict[int, float] = {}
    for place in sorted(low, key=low.__getitem__):
        if low[place] > ceiling:
            break
        factor = market.factor[place]
        bounds = state.estimate(place, low[place] * factor * (1 - 16 * EPSILON))
        if bounds is None:
            del low[place]
            continue
        low[place] = max(low[place], bounds[0] / factor * (1 - 4 * EPSILON))
        contenders[place] = low[place]
        ceiling = min(ceiling, bounds[1] / factor * (1 + 4 * EPSILON))
    exact: dict[int, Fraction] = {}
    for place, at_least in contenders.items():
        if at_least > ceiling:
            continue
        price = state.exact_price(place)
        if price is None:
            low.pop(place, None)
        else:
            exact[place] = price / market.factor[place]
    return exact
