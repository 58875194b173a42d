"""Reserved and limited places, withdrawals, casual vacancies, ties."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from causeway.engines import stv
from causeway.engines.exact import BadInput, EngineError, Impossible, Tied
from causeway.engines.stv.constraints import screen
from tests.engines.stv.elections import MULTI, RULES, election_of, listed, papers


def condition(members, minimum=0, maximum=None, name="Women") -> stv.Condition:
    return stv.Condition(name=name, members=frozenset(members), minimum=minimum, maximum=maximum)


@st.composite
def conditions(draw, candidates: int):
    members = draw(st.sets(st.integers(0, candidates - 1), min_size=1))
    minimum = draw(st.integers(0, 2))
    maximum = draw(st.one_of(st.none(), st.integers(minimum, 3)))
    return condition(members, minimum, maximum, name=f"Group {sorted(members)}")


def meets(chosen, wanted) -> bool:
    counts = [(len(one.members & set(chosen)), one) for one in wanted]
    return all(n >= one.minimum and (one.maximum is None or n <= one.maximum) for n, one in counts)


@settings(max_examples=150)
@given(data=st.data())
def test_doomed_and_guarded_are_what_trying_every_result_says(data: st.DataObject) -> None:
    candidates = data.draw(st.integers(2, 7))
    seats = data.draw(st.integers(1, candidates))
    wanted = data.draw(st.lists(conditions(candidates), min_size=1, max_size=3))
    results = [set(r) for r in itertools.combinations(range(candidates), seats) if meets(r, wanted)]
    if not results:
        with pytest.raises(Impossible, match="No choice of"):
            screen(wanted, elected=[], hopeful=range(candidates), seats=seats)
        return
    found = screen(wanted, elected=[], hopeful=range(candidates), seats=seats)
    assert found.doomed == set(range(candidates)) - set.union(*results)
    assert found.guarded == set.intersection(*results)


@pytest.mark.parametrize("rule", MULTI)
@settings(max_examples=40)
@given(data=st.data())
def test_every_result_meets_the_conditions_that_can_be_met(rule: str, data: st.DataObject) -> None:
    candidates, rankings = data.draw(papers())
    seats = data.draw(st.integers(1, candidates - 1))
    wanted = data.draw(st.lists(conditions(candidates), min_size=1, max_size=2))
    assume(any(meets(r, wanted) for r in itertools.combinations(range(candidates), seats)))
    election, ties = election_of(rankings, candidates, seats), listed(range(candidates))
    result = stv.count(election, rule=rule, ties=ties, conditions=wanted)
    assert meets(result.winners, wanted)
    assert len(result.winners) == seats
    for stage in result.stages:
        assert sum(stage.totals) + stage.non_transferable == len(rankings)
    free = stv.count(election, rule=rule, ties=ties)
    if rule in {"scottish", "wigm"} and meets(free.winners, [condition(range(candidates))]):
        nothing = stv.count(election, rule=rule, ties=ties, conditions=[condition(range(candidates))])
        assert nothing.winners == free.winners


def test_a_reserved_place_guards_and_a_full_group_dooms_with_its_ground() -> None:
    rankings = [(6, [1, 2]), (5, [2, 1]), (2, [3]), (1, [4, 3])]
    election = stv.Election.of(rankings, names=["Al", "Bo", "Cy", "Di"], seats=2)
    assert stv.count(election, rule="scottish").winners == (0, 1)
    result = stv.count(election, rule="scottish", conditions=[condition({2, 3}, minimum=1)])
    assert result.winners == (0, 2)
    excluded = next(stage for stage in result.stages if stage.excluded == (1,))
    assert "cannot be elected under the conditions" in excluded.ground
    assert result.conditions == ("Women: at least 1",)


def test_conditions_that_nobody_can_meet_end_before_the_count() -> None:
    election = stv.Election.of([(1, [1])], names=["Al", "Bo", "Cy"], seats=2)
    with pytest.raises(Impossible, match=r"No choice of 2 .* meets every condition \(Women: at least 2"):
        stv.count(election, rule="scottish", conditions=[condition({1}, minimum=2)])
    with pytest.raises(BadInput, match="at least 2 and at most 1"):
        condition({1, 2}, minimum=2, maximum=1)


@pytest.mark.parametrize("rule", RULES)
@settings(max_examples=25)
@given(data=st.data())
def test_a_withdrawn_candidate_counts_as_if_never_named(rule: str, data: st.DataObject) -> None:
    candidates, rankings = data.draw(papers())
    gone = candidates - 1
    seats = 1 if rule == "irv" else data.draw(st.integers(1, candidates - 1))
    names = [f"Candidate {chr(65 + c)}" for c in range(candidates)]
    with_all = stv.Election.of([(1, [c + 1 for c in r]) for r in rankings], names=names, seats=seats, withdrawn=[gone])
    never = [[c + 1 for c in r if c != gone] for r in rankings]
    without = stv.Election.of([(1, r) for r in never], names=names[:-1], seats=seats)
    one = stv.count(with_all, rule=rule, ties=listed(range(candidates)))
    other = stv.count(without, rule=rule, ties=listed(range(gone)))
    assert one.winners == other.winners
    assert [stage.totals[:gone] for stage in one.stages] == [stage.totals for stage in other.stages]
    assert (one.valid, one.empty) == (other.valid, other.empty)


@pytest.mark.parametrize("rule", MULTI)
@settings(max_examples=30)
@given(data=st.data())
def test_a_countback_keeps_who_stays_and_fills_one_place(rule: str, data: st.DataObject) -> None:
    candidates, rankings = data.draw(papers())
    seats = data.draw(st.integers(1, candidates - 1))
    election, ties = election_of(rankings, candidates, seats), listed(range(candidates))
    sitting = stv.count(election, rule=rule, ties=ties).winners
    leaving = data.draw(st.sampled_from(sitting))
    again = stv.countback(election, rule=rule, sitting=sitting, leaving=leaving, ties=ties)
    assert set(sitting) - {leaving} < set(again.winners)
    assert again.vacancy is not None
    assert again.vacancy.filled_by not in {*sitting, None}


def test_a_vacancy_goes_to_the_next_choice_of_those_who_elected_the_leaver() -> None:
    rankings = [(10, [1, 3]), (8, [2, 4]), (2, [4])]
    election = stv.Election.of(rankings, names=["Al", "Bo", "Cy", "Di"], seats=2)
    sitting = stv.count(election, rule="ers97").winners
    assert sitting == (0, 1)
    again = stv.countback(election, rule="ers97", sitting=sitting, leaving=0)
    assert again.vacancy == stv.Vacancy(left=0, stay=(1,), stood_down=(), filled_by=2)
    with pytest.raises(BadInput, match="Di was not elected"):
        stv.countback(election, rule="ers97", sitting=sitting, leaving=3)


def test_a_tie_looks_back_before_it_asks_the_declared_order() -> None:
    """Ben and Cat are equal at stage 2, but Cat had fewer first preferences."""
    rankings = [(5, [1]), (4, [2]), (3, [3]), (1, [4, 3])]
    election = stv.Election.of(rankings, names=["Ann", "Ben", "Cat", "Dan"], seats=1)
    result = stv.count(election, rule="scottish")
    third = result.stages[2]
    assert third.excluded == (2,)
    assert "Cat had fewer votes at the most recent stage at which they differed" in third.ground


def test_a_tie_that_nothing_breaks_is_refused_or_goes_by_the_declared_order() -> None:
    election = stv.Election.of([(5, [1]), (2, [2]), (2, [3])], names=["Ann", "Ben", "Cat"], seats=2)
    with pytest.raises(Tied, match="Ben and Cat are tied for exclusion at stage 3"):
        stv.count(election, rule="scottish")
    result = stv.count(election, rule="scottish", ties=stv.TieOrder.listed([2, 1, 0], size=3))
    assert result.winners == (0, 2)
    assert "the tie order declared before the count (listed) chose Ben" in result.stages[2].ground


def test_fractions_that_grow_too_long_end_in_a_sentence_and_not_in_minutes() -> None:
    """Fifty-two surpluses and exclusions among 3,000 papers; the Scottish rule counts them."""
    drawn, names = random.Random(20261122), [f"C{number}" for number in range(1, 61)]
    people = [(1, sorted(range(1, 61), key=lambda number: drawn.random() * (60 + number))) for _ in range(3000)]
    election = stv.Election.of(people, names=names, seats=52)
    with pytest.raises(EngineError, match=r"beyond 4,800 digits.*Count it by the rule “scottish”"):
        stv.count(election, rule="wigm", ties=listed(range(60)))
    assert len(stv.count(election, rule="scottish", ties=listed(range(60))).winners) == 52
