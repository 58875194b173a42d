"""What an outcome means for people."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from causeway.engines.budgeting import Instance, instance, measures
from causeway.engines.exact import BadInput


def vote() -> Instance:
    made = instance(
        {"a": 600, "b": 300},
        [["a"], ["a", "b"], ["b"], []],
        budget_pence=900,
        weights=[2, 1, 1, 4],
        sections={"a": "north", "b": "south"},
    )
    return replace(made, ballots=replace(made.ballots, details={"age": ("young", "old", "young", "old")}))


def test_who_is_left_out_and_what_the_others_get() -> None:
    everybody = measures.satisfaction(vote(), ["a"])[""]
    assert (everybody.voters, everybody.excluded, everybody.exclusion) == (8, 5, Fraction(5, 8))
    assert everybody.approved_pence == Fraction(3 * 600, 8)
    assert everybody.worth_pence == 600


def test_groups_add_up() -> None:
    groups = measures.satisfaction(vote(), ["a", "b"], by="age")
    assert (groups["young"].voters, groups["young"].excluded) == (3, 0)
    assert (groups["old"].voters, groups["old"].excluded) == (5, 4)
    assert groups["young"].worth_pence == 2 * 200 + 150
    assert sum(group.worth_pence for group in groups.values()) == 900
    with pytest.raises(BadInput, match="do not say “shoes”"):
        measures.satisfaction(vote(), ["a"], by="shoes")


def test_sections_share_what_is_spent() -> None:
    assert measures.by_section(vote(), ["a", "b"]) == {"north": Fraction(2, 3), "south": Fraction(1, 3)}
    assert measures.by_section(vote(), []) == {"north": 0, "south": 0}


def test_gini_is_nought_where_all_get_alike_and_high_where_one_has_all() -> None:
    alike = instance({"a": 500}, [["a"]] * 4, budget_pence=500)
    assert measures.gini(alike, ["a"]) == 0
    one = instance({"a": 500}, [["a"], [], [], []], budget_pence=500)
    assert measures.gini(one, ["a"]) == Fraction(3, 4)


def test_gini_is_the_mean_difference_over_twice_the_mean() -> None:
    """The definition, pair by pair: people get 900 once, 600 twice, 300 once, nothing four times."""
    got = [900, 600, 600, 300, 0, 0, 0, 0]
    pairs = sum(abs(one - other) for one in got for other in got)
    assert measures.gini(vote(), ["a", "b"]) == Fraction(pairs, 2 * len(got) * sum(got))


def test_groups_are_limited_so_that_no_column_of_names_fills_the_memory() -> None:
    people = instance({"a": 500}, [["a"]] * 1001, budget_pence=500)
    named = replace(people, ballots=replace(people.ballots, details={"name": tuple(map(str, range(1001)))}))
    with pytest.raises(BadInput, match="1001 different values, more than 1000 groups"):
        measures.satisfaction(named, ["a"], by="name")


def test_a_vote_without_voters_leaves_nobody_out() -> None:
    found = measures.measure(instance({"a": 500}, [], budget_pence=500), [])
    assert (found.everybody.voters, found.everybody.exclusion, found.gini, found.groups) == (0, 0, 0, {})
