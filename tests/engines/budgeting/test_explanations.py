"""The number of supporters that a rejected project needed is enough, and one less is not."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.budgeting import Instance, Rules, allocate, instance
from causeway.engines.budgeting.instance import Ballots
from tests.engines.budgeting import twins


def joined(vote: Instance, place: int, supporters: int) -> Instance:
    """The vote with so many more who support that project only."""
    rows = [*twins.rows(vote), *([({place: 1}, supporters)] if supporters else [])]
    return replace(vote, ballots=Ballots.of([ballot for ballot, _ in rows], [weight for _, weight in rows]))


@given(
    vote=twins.votes(kinds=("approval",)),
    rules=st.builds(
        Rules,
        rule=st.sampled_from(["greedy", "greedy-per-cost", "phragmen"]),
        skip=st.booleans(),
        threshold=st.integers(0, 3),
    ),
)
@settings(max_examples=120)
def test_so_many_more_supporters_have_a_project_chosen(vote: Instance, rules: Rules) -> None:
    for rejection in allocate(vote, rules).rejected:
        place, needed = vote.position[rejection.project], rejection.supporters_needed
        if not vote.ballots.voters:
            continue
        if needed is None:
            assert rejection.project not in allocate(joined(vote, place, 60), rules).selected
            continue
        assert rejection.project in allocate(joined(vote, place, needed), rules).selected
        if needed > 1:  # one less may be a tie, two less is too few
            assert rejection.project not in allocate(joined(vote, place, needed - 2), rules).selected


@given(vote=twins.votes(), utility=st.sampled_from(["cost", "cardinality", "score"]))
@settings(max_examples=120)
def test_so_many_more_supporters_with_equal_money_buy_a_project(vote: Instance, utility: str) -> None:
    rules = Rules(utility=utility)
    people = vote.ballots.voters
    if not people:
        return
    each = Fraction(vote.budget_pence, people)
    for rejection in allocate(vote, rules).rejected:
        place, needed = vote.position[rejection.project], rejection.supporters_needed
        if needed is None:
            continue
        assert place in twins.equal_shares(joined(vote, place, needed), rules, [each] * (people + needed))[0]
        if needed > 1:
            assert (
                place
                not in twins.equal_shares(joined(vote, place, needed - 2), rules, [each] * (people + needed - 2))[0]
            )


def test_each_reason_is_said() -> None:
    vote = instance(
        {"big": 2000, "rival": 300, "chosen": 300, "none": 100, "weak": 900, "late": 800},
        [
            ["big", "rival", "chosen"],
            ["chosen", "late"],
            ["chosen", "late", "rival"],
            ["chosen", "late", "big"],
            ["weak"],
        ],
        budget_pence=1100,
        conflicts=[("rival", "chosen")],
    )
    said = {one.project: one.reason for one in allocate(vote, Rules(rule="greedy", threshold=1)).rejected}
    assert said == {
        "big": "It costs more than the whole budget.",
        "rival": "It excludes project chosen, which was chosen.",
        "none": "Nobody voted for it.",
        "weak": "When it was its turn, less was left of the budget than it costs.",
    }
    shares = {one.project: one for one in allocate(vote, Rules()).rejected}
    assert shares["weak"].reason == "When it was its turn, its supporters had not enough money left to pay for it."
    assert shares["weak"].lacked_pence == 900 - Fraction(1100, 5)
    below = {one.project: one.reason for one in allocate(vote, Rules(rule="greedy", threshold=2)).rejected}
    assert below["weak"] == "It has 1, which is less than the threshold of 2."


@pytest.mark.parametrize(("rule", "lacked"), [("greedy", 200), ("phragmen", 500)])
def test_what_was_lacking_of_the_budget_is_counted_at_the_projects_turn(rule: str, lacked: int) -> None:
    """Greedy comes to the pool before the path, with 400 left; Phragmén after it (300 < 400), with 100 left."""
    vote = instance(
        {"hall": 600, "pool": 600, "path": 300},
        [["hall"], ["hall"], ["hall", "pool"], ["pool", "path"]],
        budget_pence=1000,
    )
    result = allocate(vote, Rules(rule=rule))
    assert result.selected == ("hall", "path")
    [pool] = result.rejected
    assert pool.reason == "When it was its turn, less was left of the budget than it costs."
    assert pool.lacked_pence == lacked


def test_after_a_count_that_stops_only_the_project_that_stopped_it_had_its_turn() -> None:
    ballots = [["hall"]] * 3 + [["pool"]] * 2 + [["path"]]
    vote = instance({"hall": 600, "pool": 600, "path": 500}, ballots, budget_pence=1000)
    said = {one.project: one.reason for one in allocate(vote, Rules(rule="greedy", skip=False)).rejected}
    assert said == {
        "pool": "When it was its turn, less was left of the budget than it costs.",
        "path": "The count had ended before its turn.",
    }


def test_a_section_may_have_any_name() -> None:
    """Names with spaces, or the word that our own stages use, change nothing."""
    costs, ballots = {"a": 400, "b": 300}, [["a"], ["b"], ["b"]]
    found = []
    for name in ("north", "North End", "completion"):
        vote = instance(costs, ballots, budget_pence=700, sections=dict.fromkeys(costs, name))
        rules = Rules(guarantees={name: 300}, threshold=2, completion="greedy")
        result = allocate(vote, rules)
        found.append((result.selected, [replace(one, reason="") for one in result.rejected]))
    assert found[0] == found[1] == found[2]
    assert found[0][1][0].supporters_needed == 1
