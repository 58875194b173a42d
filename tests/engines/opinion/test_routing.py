"""Which statement is asked next."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from causeway.engines.exact import BadInput
from causeway.engines.opinion.consensus import common
from causeway.engines.opinion.routing import Weights, chances, next_statements, polis_priority
from tests.engines.opinion.published import PUBLISHED, published_tallies
from tests.engines.opinion.test_representative import ROWS, tallies_of


def test_the_reference_gives_the_priorities_that_polis_published() -> None:
    tallies = published_tallies().total
    agrees, seen = tallies.agrees[0], tallies.seen[0]
    meta = np.isin(PUBLISHED["statements"], PUBLISHED["about_participants"])
    ours = polis_priority(agrees, seen - agrees - tallies.disagrees[0], seen, np.array(PUBLISHED["extremity"]), meta)
    assert ours == pytest.approx(PUBLISHED["priority"], rel=1e-12)


@given(ROWS, st.sets(st.integers(0, 5)), st.floats(0, 1))
def test_every_statement_that_may_be_asked_has_its_part_of_the_floor(
    rows: list[list[tuple[int, int, int]]], rejected: set[int], floor: float
) -> None:
    tallies = tallies_of(rows)
    asked = np.array([place not in rejected for place in range(len(rows[0]))])
    chance = chances(tallies, common(tallies), asked=asked, weights=Weights(floor=floor))
    assert chance.sum() == pytest.approx(1 if asked.any() else 0)
    assert (chance[asked] >= floor / max(1, asked.sum()) - 1e-12).all()
    assert not chance[~asked].any()


def test_a_new_statement_and_an_uncertain_one_come_before_a_settled_one() -> None:
    settled, split_few, new = (2, 400, 0), (4, 4, 0), (0, 0, 0)
    tallies = tallies_of([[settled, split_few, new], [(400, 2, 0), split_few, new]])
    chance = chances(tallies, common(tallies), asked=np.ones(3, bool))
    assert chance[2] > chance[1] > chance[0]


def test_over_many_people_statements_are_asked_as_often_as_their_chance() -> None:
    chance = np.array([0.5, 0.3, 0.15, 0.05, 0.0])
    ids = ["a", "b", "c", "d", "e"]
    people = 20_000
    first = Counter(
        next_statements(chance, ids, voted=frozenset(), person=str(person), seed="spring")[0]
        for person in range(people)
    )
    for place, one in enumerate(ids):
        error = 4 * np.sqrt(chance[place] * (1 - chance[place]) / people)
        assert first[one] / people == pytest.approx(chance[place], abs=error)


def test_the_same_seed_asks_the_same_and_nothing_is_asked_twice() -> None:
    chance, ids = np.full(6, 1 / 6), list("abcdef")
    asked = next_statements(chance, ids, voted=frozenset("bd"), person="17", seed="spring", count=9)
    assert asked == next_statements(chance, ids, voted=frozenset("bd"), person="17", seed="spring", count=9)
    assert sorted(asked) == ["a", "c", "e", "f"]
    orders = {
        tuple(next_statements(chance, ids, voted=frozenset("bd"), person="17", seed=str(seed), count=9))
        for seed in range(50)
    }
    assert len(orders) > 10


@pytest.mark.parametrize("wrong", [{"floor": 1.5}, {"newness": -1.0}, {"half": 0.0}, {"bridging": float("nan")}])
def test_weights_that_mean_nothing_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(BadInput, match="floor"):
        Weights(**wrong)
