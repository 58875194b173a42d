"""Each fast rule agrees with its slow twin, on random votes with ties."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.budgeting import Instance, Rules, allocate, instance, rising
from causeway.engines.budgeting.electorate import merge
from causeway.engines.budgeting.market import open_market
from tests.engines.budgeting import twins

UTILITIES = st.sampled_from(["cost", "cardinality", "score"])
ORDERS = st.sampled_from([("cost", "votes", "list"), ("votes", "list"), ("list",), ("drawn:spring",)])


def ids(vote: Instance, places: list[int]) -> tuple[str, ...]:
    return tuple(vote.projects[place].id for place in places)


@given(vote=twins.votes(), utility=UTILITIES, order=ORDERS)
@settings(max_examples=120, deadline=None)
def test_equal_shares_buys_what_its_slow_twin_buys(vote: Instance, utility: str, order: tuple[str, ...]) -> None:
    rules = Rules(utility=utility, ties=order)
    result = allocate(vote, rules)
    people = vote.ballots.voters
    slow = twins.equal_shares(vote, rules, Fraction(vote.budget_pence, people))[0] if people else []
    assert result.selected == ids(vote, slow)


@given(vote=twins.votes(), utility=UTILITIES, unit=st.sampled_from([1, 7, 10, 50]))
@settings(max_examples=60, deadline=None)
def test_add1_raises_as_far_as_its_slow_twin(vote: Instance, utility: str, unit: int) -> None:
    rules = Rules(utility=utility, completion="add1", unit_pence=unit)
    result = allocate(vote, rules)
    slow, raised = twins.add1(vote, rules)
    assert (result.selected, result.raised_units) == (ids(vote, slow), raised)


@given(vote=twins.votes(), skip=st.booleans(), order=ORDERS)
@settings(max_examples=80, deadline=None)
def test_phragmen_buys_what_its_slow_twin_buys(vote: Instance, skip: bool, order: tuple[str, ...]) -> None:
    rules = Rules(rule="phragmen", skip=skip, ties=order)
    assert allocate(vote, rules).selected == ids(vote, twins.phragmen(vote, rules))


@pytest.mark.parametrize("rule", ["greedy", "greedy-per-cost"])
@given(vote=twins.votes(), skip=st.booleans(), order=ORDERS)
@settings(max_examples=80, deadline=None)
def test_greedy_takes_what_a_sorted_list_gives(rule: str, vote: Instance, skip: bool, order: tuple[str, ...]) -> None:
    rules = Rules(rule=rule, skip=skip, ties=order)

    def merit(place: int) -> Fraction:
        cost = vote.projects[place].cost_pence if rule == "greedy-per-cost" else 1
        return Fraction(vote.strength[place], cost)

    assert allocate(vote, rules).selected == ids(vote, twins.greedy(vote, merit, rules))


@given(vote=twins.votes(), utility=UTILITIES, first=st.integers(1, 400))
@settings(max_examples=60, deadline=None)
def test_a_lane_that_is_not_in_doubt_buys_what_the_slow_twin_buys(vote: Instance, utility: str, first: int) -> None:
    rules = Rules(utility=utility)
    market = open_market(vote, merge(vote), utility)
    open_ = [place for place in range(len(vote.projects)) if market.full_demand[place]]
    amounts = [first, first + 1, first + 50]
    lanes = rising.run_lanes(market, np.array([[float(amount)] for amount in amounts]), open_, rules.ties)
    for amount, bought in zip(amounts, lanes, strict=True):
        if bought is not None:
            assert list(bought) == twins.equal_shares(vote, rules, Fraction(amount))[0]


def test_lanes_are_rarely_in_doubt() -> None:
    """Else the fast count would be slow: a random vote leaves a doubt in one amount of many at most."""
    random = np.random.default_rng(7)
    costs = {f"p{number}": int(cost) for number, cost in enumerate(random.integers(10_000, 90_000, 30))}
    names = list(costs)
    ballots = [[names[place] for place in np.flatnonzero(random.random(30) < 0.2)] for _ in range(400)]
    vote = instance(costs, ballots, budget_pence=500_003)
    market = open_market(vote, merge(vote), "cost")
    starts = np.array([[1250.0 + 100 * step] for step in range(24)])
    lanes = rising.run_lanes(market, starts, list(range(30)), ("list",))
    assert sum(bought is None for bought in lanes) <= 2
