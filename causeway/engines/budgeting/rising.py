"""Equal shares for many amounts of money a voter at once, to find how far ``add1`` can raise them.

A lane is one amount. All lanes share the arrays of the electorate, so that what a lane costs is little more than its
arithmetic. Everything is in doubles with a bound on their error; a lane in which that bound leaves any doubt about what
is bought says so, and is then run in exact arithmetic (``purchases.run``).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from causeway.engines.budgeting import ties
from causeway.engines.budgeting.instance import Integers
from causeway.engines.budgeting.market import Market, Reals
from causeway.engines.budgeting.purchases import EPSILON
from causeway.engines.exact import Tied

SOON = 2.0  # a project within so much of a lane's best is looked at with other lanes that need it


def run_lanes(
    market: Market, starts: Reals, open_: Sequence[int], order: Sequence[str]
) -> list[tuple[int, ...] | None]:
    """What is bought in each lane, in order; None for a lane in doubt.

    ``starts[k]`` is the money of each voter in lane ``k``, by section of voters.
    """
    lanes = _Lanes(market, starts, open_, order)
    while len(lanes.active):
        lanes.step()
    return [None if doubt else tuple(bought) for bought, doubt in zip(lanes.bought, lanes.doubt, strict=True)]


class _Lanes:
    """The state of all lanes: ``money[lane, row]``, off by at most ``error``, and what is known of prices.

    ``low[lane, project]`` and ``high`` bound the price of a unit of utility; ``high`` is infinite until the project was
    looked at with the money as it is. ``slack`` is the error of ``price``, that of a point. ``flat`` says that all
    supporters can pay alike, so that the price is known exactly without looking at anybody's past.
    """

    def __init__(self, market: Market, starts: Reals, open_: Sequence[int], order: Sequence[str]) -> None:
        count, projects = len(starts), len(market.factor)
        self.market, self.order = market, order
        self.money: Reals = np.ascontiguousarray(starts[:, market.electorate.section])
        self.most: Reals = starts.max(axis=1)
        self.error: Reals = np.ones_like(self.money) * (4 * EPSILON * self.most)[:, None]
        self.low = np.full((count, projects), np.inf)
        self.high = np.full((count, projects), np.inf)
        self.price = np.zeros((count, projects))
        self.slack = np.zeros((count, projects))
        self.flat = np.zeros((count, projects), dtype=bool)
        self.exact = {p: Fraction(market.costs[p], market.full_demand[p] * market.factor[p]) for p in open_}
        for place, price in self.exact.items():
            self.low[:, place] = float(price) * (1 - 8 * EPSILON)
        self.bought: list[list[int]] = [[] for _ in range(count)]
        self.doubt = np.zeros(count, dtype=bool)
        self.active: Integers = np.arange(count)

    def step(self) -> None:
        """Look at, or buy, the project that most lanes have next."""
        low = self.low[self.active]
        top = low.argmin(axis=1)
        lane = np.arange(len(top))
        best = low[lane, top]
        ended = ~np.isfinite(low[lane, top])
        ceiling = self.high[self.active, top]
        looked = np.isfinite(ceiling)
        low[lane, top] = np.inf
        second = low.argmin(axis=1)
        close = looked & ~ended & (low[lane, second] <= ceiling)
        stale = close & ~np.isfinite(self.high[self.active, second])
        look = np.where(looked, second, top)
        wants_look = (~looked & ~ended) | stale
        wants_buy = looked & ~ended & ~close
        for number in np.flatnonzero(close & ~stale):
            top[number] = self._choose(int(self.active[number]), int(top[number]))
            wants_buy[number] = top[number] >= 0
            wants_look[number] = False
        for place in sorted(set(top[wants_buy].tolist())):
            self._buy(place, self.active[wants_buy & (top == place)])
        if wants_look.any():
            place = int(np.bincount(look[wants_look]).argmax())
            lately = np.isfinite(self.high[self.active, place]) | wants_buy
            soon = ~lately & (low[:, place] <= SOON * best) & np.isfinite(best)
            self._look(place, self.active[soon | (wants_look & (look == place))])
        self.active = self.active[~ended & ~self.doubt[self.active]]

    def _choose(self, lane: int, top: int) -> int:
        """Among projects as good as the best within the error: decided where their prices are known exactly.

        Returns -1 where one of them has still to be looked at, or the lane is in doubt.
        """
        near = np.flatnonzero(self.low[lane] <= self.high[lane, top])
        stale = near[~np.isfinite(self.high[lane, near])]
        if len(stale):
            self._look(int(stale[0]), np.array([lane]))
            return -1
        if self.flat[lane, near].all():
            best = min(self.exact[int(place)] for place in near)
            tied = [int(place) for place in near if self.exact[int(place)] == best]
            try:
                return ties.decide(tied, self.market.vote, self.order)[0]
            except Tied:
                pass
        self.doubt[lane] = True
        return -1

    def _look(self, place: int, lanes: Integers) -> None:
        """Find the price of a project in these lanes, with its error."""
        market = self.market
        rows, weight = market.electorate.supporters[place], market.weight[place]
        points, demand = market.shape(place), market.demand[place]
        cost, factor = market.costs[place], market.factor[place]
        where = self._where(rows, lanes)
        money, errors = self.money.take(where), self.error.take(where)
        held = money @ weight
        rounding = 4 * (len(rows) + 8) * EPSILON * np.maximum(held, cost)
        doubt = errors @ weight + rounding
        self.low[lanes[held < cost - doubt], place] = np.inf
        self.doubt[lanes] |= np.abs(held - cost) <= doubt
        sure = held > cost + doubt
        if not sure.all():
            lanes, money, rounding, errors = lanes[sure], money[sure], rounding[sure], errors[sure]
        if not len(lanes):
            return
        price = self.low[lanes, place] * factor * (1 - 16 * EPSILON)
        everyone, last = float(market.full_demand[place]), np.full(len(lanes), -1.0)
        while True:
            poor = (money < price[:, None] * points).astype(np.float64)
            rich = everyone - poor @ demand
            if (rich == last).all() or (rich <= 0).any():
                break
            last = rich
            price = np.maximum(price, (cost - (poor * money) @ weight) / rich)
        self.doubt[lanes] |= rich <= 0
        doubt = (poor * errors) @ weight + rounding
        error = doubt / np.maximum(rich, 1e-300) + price * 8 * EPSILON
        self.low[lanes, place] = (price - error) / factor * (1 - 4 * EPSILON)
        self.high[lanes, place] = (price + error) / factor * (1 + 4 * EPSILON)
        self.price[lanes, place] = price
        self.slack[lanes, place] = doubt / np.maximum(rich, 1e-300)
        self.flat[lanes, place] = False
        if (rich == everyone).any():
            enough = ((price + error) * (1 + 4 * EPSILON))[:, None] * points + errors
            self.flat[lanes, place] = (money > enough).all(axis=1)

    def _where(self, rows: Integers, lanes: Integers) -> Integers:
        """Where the money of these rows stands in these lanes, counted through the whole table."""
        where: Integers = lanes[:, None] * self.money.shape[1] + rows
        return where

    def _buy(self, place: int, lanes: Integers) -> None:
        """Take the price, forget the project and its rivals, and all that was known of what shares supporters."""
        market = self.market
        points, where = market.shape(place), self._where(market.electorate.supporters[place], lanes)
        left = self.money.take(where) - self.price[lanes, place, None] * points
        error = self.error.take(where) + (
            self.slack[lanes, place, None] * points + 8 * EPSILON * self.most[lanes, None]
        )
        self.money.put(where, np.maximum(left, 0.0))
        self.error.put(where, np.where(left > -error, error, 0.0))
        for gone in (place, *market.vote.rivals.get(place, ())):
            self.low[lanes, gone] = math.inf
        self.high[lanes] = np.inf
        for lane in lanes:
            self.bought[lane].append(place)
