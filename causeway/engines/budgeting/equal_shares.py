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
LANE_CELLS = 2**18  # rows times lanes: what is worth trying at once, since it stays in the processor's cache


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
    purchases = run(market, start, stage.open, setting.rules.ties)
    raised = 0
    if raise_money:
        start, purchases, raised = _raise(setting, stage, market, start, purchases)
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


def _raise(
    setting: Setting, stage: Stage, market: Market, start: list[Fraction], purchases: list[Purchase]
) -> tuple[list[Fraction], list[Purchase], int]:
    """Raise everybody's money, unit by unit, until the next step would exceed the budget or nothing is left to buy."""
    unit = setting.rules.unit_pence
    whole = [amount // unit * unit for amount in start]
    best, best_bought, lanes = 0, tuple(purchase.project for purchase in purchases), 1
    most = max(1, min(MOST_LANES, LANE_CELLS // max(1, len(setting.electorate.weight))))
    while not _all_bought(setting, stage, market, best_bought):
        steps = range(best + 1, best + 1 + lanes)
        setting.progress(f"raising everybody’s money: step {best + 1}")
        for step, bought in zip(steps, _try(setting, stage, market, whole, steps), strict=True):
            if sum(setting.cost(place) for place in bought) > stage.budget_pence:
                return _settled(setting, stage, market, whole, best, best_bought, (start, purchases))
            best, best_bought = step, bought
            if _all_bought(setting, stage, market, best_bought):
                break
        lanes = min(2 * lanes, most)
    return _settled(setting, stage, market, whole, best, best_bought, (start, purchases))


def _try(
    setting: Setting, stage: Stage, market: Market, whole: list[int], steps: Sequence[int]
) -> list[tuple[int, ...]]:
    """What is bought at each of these steps; lanes in doubt are run exactly."""
    unit, order = setting.rules.unit_pence, setting.rules.ties
    starts = np.array([[amount + step * unit for amount in whole] for step in steps], dtype=np.float64)
    open_ = sorted(place for place in stage.open if market.full_demand[place])
    found = []
    for step, bought in zip(steps, run_lanes(market, starts, open_, order), strict=True):
        if bought is None:
            start = [Fraction(amount + step * unit) for amount in whole]
            bought = tuple(purchase.project for purchase in run(market, start, stage.open, order))
        found.append(bought)
    return found


def _settled(
    setting: Setting,
    stage: Stage,
    market: Market,
    whole: list[int],
    best: int,
    bought: tuple[int, ...],
    unraised: tuple[list[Fraction], list[Purchase]],
) -> tuple[list[Fraction], list[Purchase], int]:
    """The last step that fits, run exactly, so that every payment is known."""
    if not best:
        return *unraised, 0
    start = [Fraction(amount + best * setting.rules.unit_pence) for amount in whole]
    purchases = run(market, start, stage.open, setting.rules.ties)
    if tuple(purchase.project for purchase in purchases) != bought:
        raise AssertionError("the fast count and the exact count of equal shares differ")
    return start, purchases, best


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
