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

from causeway.engines.budgeting.buying import Buying
from causeway.engines.budgeting.ledger import Purchase
from causeway.engines.budgeting.market import Market, open_market
from causeway.engines.budgeting.result import Round
from causeway.engines.budgeting.stage import Outcome, Setting, Stage, still_open
from causeway.engines.exact import BadInput

MOST_STEPS = 100_000


def choose(setting: Setting, stage: Stage, *, raise_money: bool) -> Outcome:
    """One stage of equal shares.

    Raises:
        Tied: projects are equally good, and the tie order refuses to decide.
        BadInput: sections of voters have no share, or money would be raised too often.
    """
    market = open_market(setting.vote, setting.electorate, setting.rules.utility)
    start = equal_start(setting, stage)
    if not start:
        return Outcome(rounds=(), chosen=())
    run, raised = _raised(setting, stage, market, start) if raise_money else (_run(setting, stage, market, start), 0)
    purchases = run.settled().purchases
    return Outcome(
        rounds=_rounds(setting, stage, purchases, run.grounds),
        chosen=tuple(run.bought),
        start=tuple(run.start),
        raised=raised,
        prices={purchase.project: purchase.price for purchase in purchases},
    )


def equal_start(setting: Setting, stage: Stage) -> list[Fraction]:
    """Pence for each voter, by section of voters: the same for all, unless sections have shares of their own.

    The guaranteed share of a section of projects is held by those who support any of them; none where nobody does.
    """
    electorate, shares = setting.electorate, setting.rules.shares
    voters = _supporters_of_any(setting, stage) if stage.section else electorate.voters
    if not voters:
        return []
    if not shares:
        return [Fraction(stage.budget_pence, voters)] * len(electorate.sections)
    people = np.bincount(electorate.section, weights=electorate.weight, minlength=len(electorate.sections))
    missing = [name for name in electorate.sections if name not in shares]
    if missing:
        raise BadInput(f"The voters of “{missing[0]}” have no share of the budget.")
    each = zip(electorate.sections, people, strict=True)
    return [stage.budget_pence * shares[name] / int(number) for name, number in each]


def _supporters_of_any(setting: Setting, stage: Stage) -> int:
    """How many voters support any of the projects of a stage."""
    electorate = setting.electorate
    has_say = np.zeros(len(electorate.weight), dtype=bool)
    for place in stage.open:
        has_say[electorate.supporters[place]] = True
    return int(electorate.weight[has_say].sum())


def _raised(setting: Setting, stage: Stage, market: Market, start: list[Fraction]) -> tuple[Buying, int]:
    """Raise everybody's money, unit by unit, until the next step would exceed the budget or nothing is left to buy.

    Returns the run that stands, and the number of steps.
    """
    unit, step = setting.rules.unit_pence, 0
    whole = [amount // unit * unit for amount in start]
    stands = _run(setting, stage, market, start)
    while not _all_bought(setting, stage, market, stands):
        if step == MOST_STEPS:
            raise BadInput(f"Raising everybody’s money takes more than {MOST_STEPS} steps; choose a larger unit.")
        setting.progress(f"raising everybody’s money: step {step}")
        richer = _run(setting, stage, market, [Fraction(amount + (step + 1) * unit) for amount in whole])
        if sum(setting.cost(place) for place in richer.bought) > stage.budget_pence:
            break
        stands, step = richer, step + 1
    return stands, step


def _run(setting: Setting, stage: Stage, market: Market, start: Sequence[Fraction]) -> Buying:
    buying = Buying(market, start, stage.open, setting.rules.ties)
    buying.run()
    return buying


def _all_bought(setting: Setting, stage: Stage, market: Market, run: Buying) -> bool:
    left = still_open(setting, stage.open, tuple(run.bought))
    return not any(market.full_demand[place] for place in left)


def _rounds(setting: Setting, stage: Stage, purchases: list[Purchase], grounds: list[str]) -> tuple[Round, ...]:
    """The record of each purchase; effective votes are the cost divided by the highest payment."""
    left = stage.budget_pence
    rounds = []
    for purchase, ground in zip(purchases, grounds, strict=True):
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
                ground=ground,
            )
        )
    return tuple(rounds)
