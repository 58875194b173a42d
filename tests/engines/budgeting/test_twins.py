"""Each fast rule agrees with its slow twin, on random votes with ties."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.budgeting import Instance, Rules, allocate, instance
from causeway.engines.budgeting.buying import Buying
from causeway.engines.budgeting.electorate import merge
from causeway.engines.budgeting.market import open_market
from tests.engines.budgeting import twins

UTILITIES = st.sampled_from(["cost", "cardinality", "score"])
ORDERS = st.sampled_from([("cost", "votes", "list"), ("votes", "list"), ("list",), ("drawn:spring",)])


PARTS = st.sampled_from([0, 100, 150, 300])
SHARES = {"north": Fraction(1, 3), "south": Fraction(2, 3)}


def ids(vote: Instance, places: list[int]) -> tuple[str, ...]:
    return tuple(vote.projects[place].id for place in places)


@given(vote=twins.votes(), utility=UTILITIES, order=ORDERS)
@settings(max_examples=120)
def test_equal_shares_buys_what_its_slow_twin_buys(vote: Instance, utility: str, order: tuple[str, ...]) -> None:
    rules = Rules(utility=utility, ties=order)
    result = allocate(vote, rules)
    people = vote.ballots.voters
    slow = twins.equal_shares(vote, rules, [Fraction(vote.budget_pence, people)] * people)[0] if people else []
    assert result.selected == ids(vote, slow)


@given(vote=twins.votes(), utility=UTILITIES, unit=st.sampled_from([1, 7, 10, 50]))
@settings(max_examples=60)
def test_add1_raises_as_far_as_its_slow_twin(vote: Instance, utility: str, unit: int) -> None:
    rules = Rules(utility=utility, completion="add1", unit_pence=unit)
    result = allocate(vote, rules)
    assert (result.selected, result.raised_units) == twins.named(vote, twins.add1(vote, rules))


@given(vote=twins.votes(), skip=st.booleans(), order=ORDERS)
@settings(max_examples=80)
def test_phragmen_buys_what_its_slow_twin_buys(vote: Instance, skip: bool, order: tuple[str, ...]) -> None:
    rules = Rules(rule="phragmen", skip=skip, ties=order)
    assert allocate(vote, rules).selected == ids(vote, twins.phragmen(vote, rules))


@pytest.mark.parametrize("rule", ["greedy", "greedy-per-cost"])
@given(vote=twins.votes(), skip=st.booleans(), order=ORDERS)
@settings(max_examples=80)
def test_greedy_takes_what_a_sorted_list_gives(rule: str, vote: Instance, skip: bool, order: tuple[str, ...]) -> None:
    rules = Rules(rule=rule, skip=skip, ties=order)

    def merit(place: int) -> Fraction:
        cost = vote.projects[place].cost_pence if rule == "greedy-per-cost" else 1
        return Fraction(vote.strength[place], cost)

    assert allocate(vote, rules).selected == ids(vote, twins.greedy(vote, merit, rules))


@given(
    vote=twins.votes(), utility=UTILITIES, completion=st.sampled_from(["none", "add1", "add1u"]), ties=ORDERS, pot=PARTS
)
@settings(max_examples=80)
def test_guaranteed_sections_buy_what_the_slow_twin_buys(
    vote: Instance, utility: str, completion: str, ties: tuple[str, ...], pot: int
) -> None:
    rules = Rules(utility=utility, completion=completion, unit_pence=20, ties=ties)
    split = replace(
        vote,
        projects=tuple(replace(project, section="ab"[place % 2]) for place, project in enumerate(vote.projects)),
    )
    guaranteed = replace(rules, guarantees={"a": pot})
    assert allocate(split, guaranteed).selected == ids(split, twins.in_stages(split, guaranteed))


@given(vote=twins.votes(), utility=UTILITIES, unit=st.sampled_from([1, 20]), ties=ORDERS)
@settings(max_examples=60)
def test_sections_of_voters_with_shares_buy_what_the_slow_twin_buys(
    vote: Instance, utility: str, unit: int, ties: tuple[str, ...]
) -> None:
    homes = tuple("north" if row % 3 else "south" for row in range(len(vote.ballots)))
    split = replace(vote, ballots=replace(vote.ballots, details={"home": homes}))
    rules = Rules(utility=utility, completion="add1", unit_pence=unit, ties=ties, voter_section="home", shares=SHARES)
    result = allocate(split, rules)
    assert (result.selected, result.raised_units) == twins.named(split, twins.add1(split, rules))


@given(vote=twins.near_ties(), utility=UTILITIES, completion=st.sampled_from(["none", "add1"]), ties=ORDERS)
@settings(max_examples=150)
def test_prices_that_doubles_cannot_tell_apart_are_decided_exactly(
    vote: Instance, utility: str, completion: str, ties: tuple[str, ...]
) -> None:
    rules = Rules(utility=utility, completion=completion, unit_pence=vote.budget_pence // 7, ties=ties)
    result = allocate(vote, rules)
    if completion == "none":
        each = [Fraction(vote.budget_pence, vote.ballots.voters)] * vote.ballots.voters
        assert result.selected == ids(vote, twins.equal_shares(vote, rules, each)[0])
    else:
        assert (result.selected, result.raised_units) == twins.named(vote, twins.add1(vote, rules))


@given(vote=st.one_of(twins.votes(), twins.near_ties()), utility=UTILITIES, each=st.integers(1, 400))
@settings(max_examples=80)
def test_money_in_doubles_is_never_off_by_more_than_is_said(vote: Instance, utility: str, each: int) -> None:
    market = open_market(vote, merge(vote), utility)
    start = Fraction(each * vote.budget_pence, 1000)
    run = Buying(market, [start], range(len(vote.projects)), ("list",))
    run.run()
    ledger = run.settled()
    assert [purchase.project for purchase in ledger.purchases] == run.bought
    for row, alive in enumerate(ledger.alive):
        held = Fraction(ledger.left(row), ledger.scale) if alive else Fraction(0)
        assert abs(Fraction(run.money[row]) - held) <= Fraction(run.error[row]) <= Fraction(run.worst)
        assert abs(Fraction(ledger.money[row]) - held) <= Fraction(ledger.error)


def test_the_ledger_is_rarely_asked() -> None:
    """Else the count would be slow: a random vote leaves nothing in doubt for nearly any amount of money."""
    random = np.random.default_rng(7)
    costs = {f"p{number}": int(cost) for number, cost in enumerate(random.integers(10_000, 90_000, 30))}
    names = list(costs)
    ballots = [[names[place] for place in np.flatnonzero(random.random(30) < 0.2)] for _ in range(400)]
    vote = instance(costs, ballots, budget_pence=500_003)
    market = open_market(vote, merge(vote), "cost")
    asked = 0
    for step in range(24):
        run = Buying(market, [Fraction(1250 + 100 * step)], range(30), ("list",))
        run.run()
        asked += run.ledger is not None
    assert asked <= 2
