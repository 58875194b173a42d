"""Guaranteed shares, shares of sections of voters, conflicts, tie orders, and costs that change after the vote."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from causeway.engines.budgeting import Instance, Rules, allocate, equal_shares, instance, recount
from causeway.engines.exact import BadInput, Tied

COSTS = {"north bench": 400, "north lamp": 300, "south path": 500, "south pond": 600}
SECTIONS = {name: name.split(" ", maxsplit=1)[0] for name in COSTS}


def vote() -> Instance:
    """Seven voters in the south, three in the north, each for their own."""
    ballots = [["south path", "south pond"]] * 7 + [["north bench", "north lamp"]] * 3
    made = instance(COSTS, ballots, budget_pence=1100, sections=SECTIONS)
    return replace(made, ballots=replace(made.ballots, details={"home": ("south",) * 7 + ("north",) * 3}))


def test_a_guaranteed_share_is_decided_among_the_section_first() -> None:
    assert allocate(vote(), Rules(rule="greedy")).selected == ("south path", "south pond")
    result = allocate(vote(), Rules(rule="greedy", guarantees={"north": 450}))
    assert result.selected == ("north lamp", "south path")
    assert [record.stage for record in result.rounds] == ["north", ""]


@pytest.mark.parametrize("rule", ["equal-shares", "phragmen", "greedy-per-cost"])
def test_every_rule_knows_guarantees(rule: str) -> None:
    result = allocate(vote(), Rules(rule=rule, guarantees={"north": 1000}))
    assert result.selected[0].startswith("north")
    assert result.spent_pence <= 1100


def test_a_guaranteed_share_is_held_by_those_who_voted_for_the_sections_projects() -> None:
    """Three in the north hold 420 together and buy the lamp with it, 140 each; a tenth of it each would not do."""
    result = allocate(vote(), Rules(guarantees={"north": 420}))
    assert result.held_pence == {"north": {"": Fraction(140)}, "": {"": Fraction(80)}}
    assert [(record.project, record.stage) for record in result.rounds] == [("north lamp", "north"), ("south path", "")]
    assert allocate(vote(), Rules(guarantees={"north": 700})).selected[:2] == ("north lamp", "north bench")


def test_sections_of_voters_hold_their_share_together() -> None:
    """Half of the budget for three voters in the north: 183⅓ each instead of 110."""
    shares = {"north": Fraction(1, 2), "south": Fraction(1, 2)}
    plain = allocate(vote(), Rules())
    shared = allocate(vote(), Rules(shares=shares, voter_section="home"))
    assert plain.selected == ("south path", "north lamp")
    assert shared.voter_pence == {"north": Fraction(550, 3), "south": Fraction(550, 7)}
    assert shared.selected == ("south path", "north lamp")
    raised = allocate(vote(), Rules(shares=shares, voter_section="home", completion="add1", unit_pence=1))
    assert raised.voter_pence == {"north": 183 + raised.raised_units, "south": 78 + raised.raised_units}


NORTH = {"north": Fraction(1)}
NONSENSE = [
    (Rules(guarantees={"west": 1}), "No project belongs to the section “west”."),
    (Rules(guarantees={"north": 2000}), "The guaranteed shares together are more than the budget."),
    (
        Rules(shares=NORTH),
        "Shares of sections need the column that names each voter’s section, and it needs shares.",
    ),
    (Rules(shares=NORTH, voter_section="home"), "The voters of “south” have no share of the budget."),
    (Rules(shares=NORTH, voter_section="age"), "The ballots do not say “age” of the voters."),
    (
        Rules(shares={"north": Fraction(1, 2)}, voter_section="home"),
        "The shares of the sections must be 1 together, and none less than nothing.",
    ),
    (Rules(rule="greedy", completion="add1"), "The completion add1 belongs to equal shares only."),
    (Rules(rule="lottery"), "“lottery” is not a rule; known are equal-shares, greedy, greedy-per-cost, phragmen."),
    (Rules(ties=("cost",)), "A tie order must end in “list”, in “refuse” or in “drawn:” and a seed."),
    (Rules(ties=("luck", "list")), "“luck” is not a tie order; known are cost, votes, list, refuse."),
]


@pytest.mark.parametrize(("rules", "sentence"), NONSENSE, ids=[sentence for _, sentence in NONSENSE])
def test_rules_that_make_no_sense_are_refused_in_a_sentence(rules: Rules, sentence: str) -> None:
    with pytest.raises(BadInput) as refused:
        allocate(vote(), rules)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize("rule", ["equal-shares", "greedy", "greedy-per-cost", "phragmen"])
def test_a_tie_is_refused_where_the_order_says_so(rule: str) -> None:
    tied = instance({"a": 500, "b": 500}, [["a", "b"], ["b", "a"]], budget_pence=1000)
    with pytest.raises(Tied, match="Projects a, b are tied"):
        allocate(tied, Rules(rule=rule, ties=("cost", "votes", "refuse")))
    assert allocate(tied, Rules(rule=rule, ties=("drawn:1",))).selected in {("a", "b"), ("b", "a")}
    assert "decided by “list”" in allocate(tied, Rules(rule=rule)).rounds[0].ground


def test_raising_that_would_never_end_is_refused_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(equal_shares, "MOST_STEPS", 5)
    poor = instance({"a": 100, "b": 900_000}, [["a", "b"]], budget_pence=600_000)
    with pytest.raises(BadInput, match="takes more than 5 steps; choose a larger unit"):
        allocate(poor, Rules(completion="add1"))
    assert allocate(poor, Rules(completion="add1", unit_pence=100_000)).raised_units == 3


def test_costs_that_change_after_the_vote_are_recounted_in_one_call() -> None:
    changed = recount(vote(), Rules(rule="greedy"), {"south pond": 700})
    assert (changed.gained, changed.lost) == (("north lamp",), ("south pond",))
    assert changed.before.selected == ("south path", "south pond")
    assert changed.after.spent_pence == 800
    assert changed.before.digest != changed.after.digest
    with pytest.raises(BadInput, match="There is no project “moat”"):
        recount(vote(), Rules(), {"moat": 1})
