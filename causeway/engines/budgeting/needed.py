"""How many more supporters a rejected project needed, under each rule.

The question is always: how many more voters, who support only this project (and give it one point, where ballots give
points), would have had it chosen without a tie, everything else being the same? Under equal shares the new voters bring
with them as much money as everybody started with.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction

import numpy as np

from causeway.engines.budgeting.greedy import merit
from causeway.engines.budgeting.instance import Integers
from causeway.engines.budgeting.ledger import Ledger
from causeway.engines.budgeting.market import Reals, open_market
from causeway.engines.budgeting.nearest import MARGIN, nearest_turns
from causeway.engines.budgeting.phragmen import Moments
from causeway.engines.budgeting.stage import Outcome, Setting, Stage, still_open


def more_than(amount: Fraction) -> int:
    """The least whole number above ``amount``, at least 0."""
    return max(0, math.floor(amount) + 1)


def for_greedy(setting: Setting, stage: Stage, outcome: Outcome, places: Sequence[int]) -> dict[int, int]:
    """Votes, or points, that would have put the project ahead of one chosen while there was money for it."""
    per_cost = setting.rules.rule == "greedy-per-cost" and not stage.completes
    found = {}
    end = outcome.blocked if outcome.blocked is not None else Fraction(0)
    values = [*(merit(setting, chosen, per_cost) for chosen in outcome.chosen), end]
    for place in places:
        rivals = setting.vote.rivals.get(place, frozenset())
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
    fewest = np.full(len(setting.vote.projects), np.inf)
    for _, ahead, short, _ in _phragmen_turns(setting, stage, outcome, places):
        fewest[ahead] = np.minimum(fewest[ahead], short)
    found: dict[int, int] = {}
    for limit, ahead, short, moments in _phragmen_turns(setting, stage, outcome, places):
        near = fewest[ahead] + MARGIN * (1 + np.abs(fewest[ahead]) + moments.number[ahead])
        for place in ahead[short <= near].tolist():
            supporters = moments.supporters[place]
            if limit is None:
                _lower(found, place, 0 if supporters else 1)
            else:
                paid = moments.moment(place) * supporters if supporters else Fraction(setting.cost(place))
                _lower(found, place, more_than(paid / limit - supporters))
    return found


def _phragmen_turns(
    setting: Setting, stage: Stage, outcome: Outcome, places: Sequence[int]
) -> Iterator[tuple[Fraction | None, Integers, Reals, Moments]]:
    """Before each purchase, and in the end: its moment, the projects still ahead that there is money for, and about how
    many supporters each lacks to come before it."""
    moments = Moments(setting, stage)
    has = np.array(moments.supporters)
    left, ahead = stage.budget_pence, set(places)
    for record, bought in zip(outcome.rounds, outcome.chosen, strict=True):
        ahead = {place for place in ahead if setting.cost(place) <= left}
        at = np.array(sorted(ahead), dtype=np.int64)
        yield record.value, at, moments.due[at] / float(record.value) - has[at], moments
        moments.buy(bought, record.value)
        left -= setting.cost(bought)
        ahead -= setting.vote.rivals.get(bought, frozenset())
    at = np.array(sorted(place for place in ahead if setting.cost(place) <= left), dtype=np.int64)
    end = outcome.blocked
    yield end, at, moments.due[at] / (math.inf if end is None else float(end)) - has[at], moments


def for_equal_shares(
    setting: Setting, stage: Stage, outcome: Outcome, places: Sequence[int]
) -> tuple[dict[int, int], dict[int, Fraction]]:
    """Supporters who would have made the project cheaper than one bought, or affordable in the end; and what it lacked.

    Where sections of voters have shares of their own, a new voter would change these: then only what was lacking.
    """
    if not outcome.start:
        return {}, {}
    market = open_market(setting.vote, setting.electorate, setting.rules.utility)
    own, found = outcome.start[0], dict[int, int]()
    ahead = [] if setting.rules.shares or not own else list(places)
    turns = nearest_turns(market, outcome, ahead) if ahead else {}
    ledger = Ledger(market, outcome.start)
    for turn, bought in enumerate(outcome.chosen):
        price = outcome.prices[bought]
        for place in turns.get(turn, ()):
            limit = price / market.factor[bought] * market.factor[place]
            _lower(found, place, more_than((setting.cost(place) - ledger.raised(place, limit)) / min(own, limit)))
        ledger.buy(bought, price)
    lacked = {place: ledger.lacked(place) for place in places}
    for place in still_open(setting, frozenset(ahead), outcome.chosen):
        _lower(found, place, max(0, math.ceil(lacked[place] / own)))
    return found, lacked


def _lower(found: dict[int, int], place: int, supporters: int) -> None:
    found[place] = min(found.get(place, supporters), supporters)
