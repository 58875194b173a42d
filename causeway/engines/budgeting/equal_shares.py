"""The method of equal shares, and its completions.

The budget is shared equally among the voters. Round by round, the project is bought whose supporters pay least for what
they gain: everybody pays the same for each unit of utility, or all they have left if that is less. It ends when no
project's supporters can pay for it.

``add1`` then starts again with everybody's money raised by one unit (from the whole part of an equal share), again and
again, and keeps the last outcome before one that would exceed the budget; it does not stop at an outcome that merely
leaves too little for any further project. ``add1u`` fills up greedily after that, ``greedy`` without raising.

References: D. Peters, G. Pierczyński, P. Skowron, “Proportional Participatory Budgeting with Additive Utilities”,
NeurIPS 2021; https://equalshares.net.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from causeway.engines.budgeting.market import Market, open_market
from causeway.engines.budgeting.purchases import Purchase, run
from causeway.engines.budgeting.result import Round
from causeway.engines.budgeting.rising import run_lanes
from causeway.engines.budgeting.stage import Outcome, Setting, Stage, still_open
from causeway.engines.exact import BadInput

MOST_LANES = 32
LANE_CELLS = 2**19  # rows times lanes: what is worth trying at once, since it stays in the processor's cache


def choose(setting: Setting, stage: Stage, *, raise_money: bool) -> Outcome:
    """One stage of equal shares.

    Raises:
        Tied: projects are equally good, and the tie order refuses to decide.
        BadInput: sections of voters have no share.
    """
    market = open_market(setting.vote, setting.electorate, setting.rules.utility)
    start = equal_start(setting, stage.budget_pence)
    if not start:
        return Outcome(rounds=(), chosen=())
    raised, expected = 0, None
    if raise_money:
        start, raised, expected = _raised(setting, stage, market, start)
    purchases = run(market, start, stage.open, setting.rules.ties)
    if expected is not None and tuple(purchase.project for purchase in purchases) != expected:
        raise AssertionError("the fast count and the exact count of equal shares differ")
    return Outcome(
        rounds=_rounds(setting, stage, purchases),
        chosen=tuple(purchase.project for purchase in purchases),
        start=tuple(start),
        raised=raised,
        prices={purchase.project: purchase.price for purchase in purchases},
    )


def equal_start(setting: Setting, budget_pence: int) -> list[Fraction]:
    """Pence for each voter, by section of voters: the same for all, unless sections have shares of their own."""
    electorate, shares = setting.electorate, setting.rules.shares
    if not electorate.voters:
        return []
    if not shares:
        return [Fraction(budget_pence, electorate.voters)] * len(electorate.sections)
    voters = np.bincount(electorate.section, weights=electorate.weight, minlength=len(electorate.sections))
    missing = [name for name in electorate.sections if name not in shares]
    if missing:
        raise BadInput(f"The voters of “{missing[0]}” have no share of the budget.")
    return [budget_pence * shares[name] / int(number) for name, number in zip(electorate.sections, voters, strict=True)]


def _raised(
    setting: Setting, stage: Stage, market: Market, start: list[Fraction]
) -> tuple[list[Fraction], int, tuple[int, ...]]:
    """Raise everybody's money, unit by unit, until the next step would exceed the budget or nothing is left to buy.

    Returns the money that stands, the number of steps, and what is bought then.
    """
    unit, lanes, step = setting.rules.unit_pence, 2, 0
    whole = [amount // unit * unit for amount in start]
    most = max(2, min(MOST_LANES, LANE_CELLS // max(1, len(setting.electorate.weight))))
    stands: tuple[list[Fraction], int, tuple[int, ...]] = start, 0, ()
    while True:
        setting.progress(f"raising everybody’s money: step {step}")
        raised = [[Fraction(amount + more * unit) for amount in whole] for more in range(step, step + lanes)]
        starts = raised if step else [start, *raised[1:]]
        for money, bought in zip(starts, _bought(setting, stage, market, starts), strict=True):
            if sum(setting.cost(place) for place in bought) > stage.budget_pence:
                return stands
            stands = money, step, bought
            if _all_bought(setting, stage, market, bought):
                return stands
            step += 1
        lanes = min(2 * lanes, most)


def _bought(
    setting: Setting, stage: Stage, market: Market, starts: Sequence[Sequence[Fraction]]
) -> list[tuple[int, ...]]:
    """What is bought with each of these amounts of money; lanes in doubt are run exactly."""
    order = setting.rules.ties
    open_ = sorted(place for place in stage.open if market.full_demand[place])
    found = []
    lanes = run_lanes(market, np.array(starts, dtype=np.float64), open_, order)
    for start, bought in zip(starts, lanes, strict=True):
        if bought is None:
            bought = tuple(purchase.project for purchase in run(market, start, stage.open, order))
        found.append(bought)
    return found


def _all_bought(setting: Setting, stage: Stage, market: Market, bought: tuple[int, ...]) -> bool:
    left = still_open(setting, stage.open, bought)
    return not any(market.full_demand[place] for place in left)


def _rounds(setting: Setting, stage: Stage, purchases: list[Purchase]) -> tuple[Round, ...]:
    """The record of each purchase; effective votes are the cost divided by the highest payment."""
    left = stage.budget_pence
    rounds = []
    for purchase in purchases:
        project = setting.vote.projects[purchase.project]
        left -= project.cost_pence
        rounds.append(
            Round(
                project=project.id,
                cost_pence=project.cost_pence,
                stage=stage.name,
                value=project.cost_pence / purchase.price,
                payment=purchase.price,
                payers=purchase.payers,
                emptied=purchase.emptied,
                left_pence=left,
                ground=purchase.ground,
            )
        )
    return tuple(rounds)
