"""At which purchase a rejected project came nearest under equal shares, found in doubles.

For a project to come first at a purchase, its supporters must pay its cost at that purchase's price. What they pay is
bounded from above three ways without looking at anybody: by all the money they have, by the price from every one of
them, and by a tangent to what they paid when last looked at, since money only gets less and what is paid is concave in
the price. Only where these bounds leave a chance are the supporters looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from causeway.engines.budgeting.instance import Integers
from causeway.engines.budgeting.market import Market, Reals, inner
from causeway.engines.budgeting.stage import Outcome

ROUNDING = 1e-12  # more than all the roundings of a sum of money together, as a part of it
MARGIN = 1e-6
ALL = slice(None)


def nearest_turns(market: Market, outcome: Outcome, places: Sequence[int]) -> dict[int, list[int]]:
    """Purchase by number -> the projects that came nearest there, or too near to that for doubles to tell."""
    search = _Search(market, outcome, places)
    first = search.likeliest()
    for turn, money, short, _ in search.turns():
        for place in np.flatnonzero(search.ahead & (first == turn) & np.isfinite(short)).tolist():
            search.look(turn, place, money)
    search.draw_anew()
    seen = []
    for turn, money, short, doubt in search.turns():
        for place in np.flatnonzero(search.ahead & (short - doubt <= search.near())).tolist():
            about = search.look(turn, place, money) - float(doubt[place])
            if about <= search.near(place):
                seen.append((turn, place, about))
    near, found = search.near(), dict[int, list[int]]()
    for turn, place, about in seen:
        if about <= near[place]:
            found.setdefault(turn, []).append(place)
    return found


class _Search:
    """``fewest[p]`` is the least number of supporters seen missing; ``paid``, ``slope``, ``at`` are the tangents."""

    def __init__(self, market: Market, outcome: Outcome, places: Sequence[int]) -> None:
        electorate, number = market.electorate, len(market.factor)
        self.market, self.places, self.outcome = market, places, outcome
        self.own = float(outcome.start[0])
        self.costs, self.factor = np.array(market.costs, dtype=np.float64), np.array(market.factor, dtype=np.float64)
        self.full = np.array(market.full_demand, dtype=np.float64)
        self.prices = [float(outcome.prices[bought] / market.factor[bought]) for bought in outcome.chosen]
        self.start: Reals = np.array(outcome.start, dtype=np.float64)[electorate.section]
        row = np.repeat(np.arange(len(electorate.weight)), np.diff(electorate.start))
        money = (self.start * electorate.weight)[row]
        held = np.bincount(electorate.project, weights=money, minlength=number)
        self.held_first: Reals = held.astype(np.float64, copy=False)
        left = self.start.copy()
        self.trail = [self._bought(left, bought, float(outcome.prices[bought])) for bought in outcome.chosen]
        self.fewest = np.full(number, np.inf)
        self.draw_anew()

    def _bought(self, left: Reals, bought: int, price: float) -> tuple[Integers, Reals, Reals]:
        """The supporters, what they have after the purchase, and how much less the supporters of each project have."""
        electorate = self.market.electorate
        rows = electorate.supporters[bought]
        before = left[rows]
        left[rows] = after = np.maximum(before - price * self.market.shape(bought), 0.0)
        entry, lengths = electorate.entries(rows)
        spent = np.repeat((before - after) * electorate.weight[rows], lengths)
        less = np.bincount(electorate.project[entry], weights=spent, minlength=len(self.costs))
        return rows, after, less.astype(np.float64, copy=False)

    def draw_anew(self) -> None:
        """Forget the tangents, for another walk from the first purchase."""
        self.paid, self.slope, self.at = self.held_first.copy(), np.zeros_like(self.full), np.zeros_like(self.full)

    def near(self, at: int | slice = ALL) -> Reals:
        """Up to which number of supporters a project may have been as near as ever seen."""
        fewest = self.fewest[at]
        near: Reals = fewest + MARGIN * (1 + abs(fewest))
        return near

    def turns(self) -> Iterator[tuple[int, Reals, Reals, Reals]]:
        """Before each purchase: its number, the money, and how many supporters each project lacks at least, give or
        take so much."""
        money, held = self.start.copy(), self.held_first.copy()
        self.ahead = np.zeros(len(self.costs), dtype=bool)
        self.ahead[list(self.places)] = True
        for turn, (rows, after, less) in enumerate(self.trail):
            limit = self.prices[turn] * self.factor
            each = np.minimum(self.own, limit)
            most = np.minimum(np.minimum(held, limit * self.full), self.paid + self.slope * (limit - self.at))
            yield turn, money, (self.costs - most) / each, ROUNDING * (self.costs + self.held_first) / each
            money[rows] = after
            held -= less
            self.ahead[list(self.market.vote.rivals.get(self.outcome.chosen[turn], ()))] = False

    def likeliest(self) -> Integers:
        """For each project the purchase at which it can have lacked least."""
        least, first = np.full(len(self.costs), np.inf), np.full(len(self.costs), -1)
        for turn, _, short, _ in self.turns():
            better = self.ahead & (short < least)
            least[better], first[better] = short[better], turn
        return first

    def look(self, turn: int, place: int, money: Reals) -> float:
        """How many supporters a project lacks at this purchase; draws the tangent there."""
        market, limit = self.market, self.prices[turn] * float(self.factor[place])
        held, due = money[market.electorate.supporters[place]], limit * market.shape(place)
        paid = inner(market.weight[place], np.minimum(held, due))
        self.paid[place], self.at[place] = paid, limit
        self.slope[place] = inner(market.demand[place], held >= due)
        about = (market.costs[place] - paid) / min(self.own, limit)
        self.fewest[place] = min(float(self.fewest[place]), about)
        return about
