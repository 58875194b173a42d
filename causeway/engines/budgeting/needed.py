"""How many more supporters a rejected project needed, under each rule.

The question is always: how many more voters, who support only this project (and give it one point, where ballots give
points), would have had it chosen without a tie, everything else being the same? Under equal shares the new voters bring
with them as much money as everybody started with.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

from causeway.engines.budgeting.greedy import merit
from causeway.engines.budgeting.market import Market, open_market
from causeway.engines.budgeting.phragmen import Moments
from causeway.engines.budgeting.purchases import Run
from causeway.engines.budgeting.stage import Outcome, Setting, Stage, still_open


def more_than(amount: Fraction) -> int:
    """The least whole number above ``amount``, at least 0."""
    return max(0, math.floor(amount) + 1)


def for_greedy(setting: Setting, stage: Stage, outcome: Outcome, places: Sequence[int]) -> dict[int, int]:
    """Votes, or points, that would have put the project ahead of one chosen while there was money for it."""
    per_cost = setting.rules.rule == "greedy-per-cost" and not stage.name.endswith("completion")
    found = {}
    for place in places:
        rivals = setting.vote.rivals.get(place, frozenset())
        end = outcome.blocked if outcome.blocked is not None else Fraction(0)
        values = [*(merit(setting, chosen, per_cost) for chosen in outcome.chosen), end]
        left = stage.budget_pence
        for turn, value in enumerate(values):
            if left < setting.cost(place) or (turn and outcome.chosen[turn - 1] in rivals):
                break
            strength = value * setting.cost(place) / 100 if per_cost else value
            found[place] = more_than(strength - setting.vote.strength[place])
            left -= setting.cost(outcome.chosen[turn]) if turn < len(outcome.chosen) else 0
    return found


def for_phragmen(setting: Setting, stage: Stage, outcome: Outcome, places: Sequence[int]) -> dict[int, int]:
    """Supporters who would have owned the cost before a purchase that was made while there was money for it."""
    moments = Moments(setting, Stage(name=stage.name, open=stage.open, budget_pence=stage.budget_pence))
    found: dict[int, int] = {}
    left, ahead = stage.budget_pence, set(places)
    for turn in range(len(outcome.chosen) + 1):
        last = turn == len(outcome.chosen)
        limit = outcome.blocked if last else outcome.rounds[turn].value
        ahead = {place for place in ahead if setting.cost(place) <= left}
        for place in ahead:
            supporters = moments.supporters[place]
            if limit is None:
                _lower(found, place, 0 if supporters else 1)
            elif place not in found or moments.about(place) / float(limit) - supporters <= found[place] + 1e-3:
                paid = moments.moment(place) * supporters if supporters else Fraction(setting.cost(place))
                _lower(found, place, more_than(paid / limit - supporters))
        if not last:
            bought = outcome.chosen[turn]
            moments.buy(bought, outcome.rounds[turn].value)
            left -= setting.cost(bought)
            ahead -= setting.vote.rivals.get(bought, frozenset())
    return found


def for_equal_shares(
    setting: Setting, stage: Stage, outcome: Outcome, places: Sequence[int]
) -> tuple[dict[int, int], dict[int, Fraction]]:
    """Supporters who would have made the project cheaper than one bought, or affordable in the end; and what it lacked.

    Where sections of voters have shares of their own, a new voter would change these: then only what was lacking.
    """
    market = open_market(setting.vote, setting.electorate, setting.rules.utility)
    own, found = outcome.start[0], dict[int, int]()
    ahead = [] if setting.rules.shares or not own else list(places)
    fewest: dict[int, float] = {}
    state = Run(market, outcome.start)
    for place, limit in _turns(state, outcome, ahead):
        if place not in fewest or _missing_at_least(market, place, limit, own) < fewest[place]:
            about = _missing_about(state, place, limit, own)
            fewest[place] = min(fewest.get(place, about), about)
    state = Run(market, outcome.start)
    for place, limit in _turns(state, outcome, ahead):
        near = fewest[place] + 1e-6 * (1 + abs(fewest[place]))
        if _missing_at_least(market, place, limit, own) <= near >= _missing_about(state, place, limit, own):
            _lower(found, place, more_than((setting.cost(place) - state.raised(place, limit)) / min(own, limit)))
    lacked = {place: _lacked(state, place) for place in places}
    for place in still_open(setting, frozenset(ahead), outcome.chosen):
        _lower(found, place, max(0, math.ceil(lacked[place] / own)))
    return found, lacked


def _turns(state: Run, outcome: Outcome, places: Sequence[int]) -> Iterator[tuple[int, Fraction]]:
    """Before each purchase, each project still open with the price a point below which it would have come first."""
    ahead, factor = set(places), state.market.factor
    for bought in outcome.chosen:
        price = outcome.prices[bought]
        for place in sorted(ahead):
            yield place, price / factor[bought] * factor[place]
        state.buy(bought, price, "")
        ahead -= state.market.vote.rivals.get(bought, frozenset())


def _missing_at_least(market: Market, place: int, limit: Fraction, own: Fraction) -> float:
    """Supporters missing if all had money enough, to some nine digits: found without looking at anybody."""
    price = float(limit)
    return (market.costs[place] - price * market.full_demand[place]) / min(float(own), price)


def _missing_about(state: Run, place: int, limit: Fraction, own: Fraction) -> float:
    """Supporters missing at this turn, to some nine digits."""
    each = float(min(own, limit))
    return (state.market.costs[place] - state.raised_about(place, float(limit))) / each


def _lower(found: dict[int, int], place: int, supporters: int) -> None:
    found[place] = min(found.get(place, supporters), supporters)


def _lacked(state: Run, place: int) -> Fraction:
    rows = state.market.electorate.supporters[place]
    held = state.exact_sum(rows[state.alive[rows]])
    return state.market.costs[place] - Fraction(held, state.scale)
