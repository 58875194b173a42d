"""The map shows crowds, never a person."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from causeway.engines.opinion.crowds import MOST_CROWDS, Crowd, crowds

PEOPLE = st.lists(st.tuples(st.integers(-9, 9), st.integers(-4, 4), st.integers(-1, 3)), max_size=120)


def drawn(people: list[tuple[int, int, int]], k: int) -> tuple[Crowd, ...]:
    array = np.array(people, dtype=np.float64).reshape(-1, 3)
    return crowds(array[:, :2], array[:, 2].astype(np.int64), k=k)


@given(PEOPLE, st.integers(1, 15))
def test_every_crowd_has_k_people_and_every_large_group_is_drawn_whole(
    people: list[tuple[int, int, int]], k: int
) -> None:
    found = drawn(people, k)
    assert all(crowd.people >= k for crowd in found)
    for group in range(4):
        size = sum(one[2] == group for one in people)
        shown = sum(crowd.people for crowd in found if crowd.group == group)
        assert shown == (size if size >= k else 0)


@given(PEOPLE)
def test_the_order_of_people_makes_no_difference(people: list[tuple[int, int, int]]) -> None:
    assert drawn(people, 5) == drawn(people[::-1], 5) == drawn(sorted(people), 5)


def test_a_large_map_has_a_hundred_crowds_at_most_which_stand_where_their_people_do() -> None:
    random = np.random.default_rng(3)
    places = random.normal(size=(20_000, 2)) + np.repeat([[0, 0], [6, 1]], 10_000, axis=0)
    found = crowds(places, np.repeat([0, 1], 10_000), k=10)
    assert 50 <= len(found) <= MOST_CROWDS
    for group, middle in ((0, 0.0), (1, 6.0)):
        own = [crowd for crowd in found if crowd.group == group]
        mean = sum(crowd.x * crowd.people for crowd in own) / 10_000
        assert mean == pytest.approx(middle, abs=0.1)


def test_people_in_one_place_are_one_crowd() -> None:
    [crowd] = crowds(np.zeros((200, 2)), np.zeros(200, np.int64), k=10)
    assert (crowd.people, crowd.x, crowd.y) == (200, 0.0, 0.0)
