"""Intervals hold what they promise: exact where that can be said, and checked by drawing where it cannot."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import betaincc
from scipy.stats import beta

from causeway.engines.opinion.intervals import LEVEL, Figure, difference, least, product, ratio, share
from causeway.engines.opinion.votes import Integers

SEED = 20261122
ROUNDS = 3_000


def drawn_votes(groups: int, seen: int) -> tuple[np.ndarray, Integers, Integers]:
    """True shares drawn evenly, and votes drawn by them: (groups, rounds)."""
    random = np.random.default_rng(SEED + groups * 1000 + seen)
    truth = random.random((groups, ROUNDS))
    number = np.full((groups, ROUNDS), seen, np.int64)
    return truth, random.binomial(number, truth).astype(np.int64), number


def covered(figure: Figure, truth: np.ndarray) -> float:
    return float(((figure.low <= truth) & (truth <= figure.high)).mean())


@pytest.mark.parametrize("seen", [0, 8, 200])
@pytest.mark.parametrize("groups", [1, 2, 5])
def test_intervals_cover_the_truth_as_often_as_they_say(groups: int, seen: int) -> None:
    truth, part, number = drawn_votes(groups, seen)
    assert covered(share(part, number), truth) == pytest.approx(LEVEL, abs=0.02)
    assert covered(product(part, number), truth.prod(axis=0)) == pytest.approx(LEVEL, abs=0.02)
    assert covered(least(part, number), truth.min(axis=0)) == pytest.approx(LEVEL, abs=0.02)


@pytest.mark.parametrize("seen", [8, 200])
def test_intervals_of_two_groups_compared_cover_nearly_as_often_as_they_say(seen: int) -> None:
    truth, part, number = drawn_votes(2, seen)
    times = ratio(part[0], number[0], part[1], number[1])
    assert covered(times, truth[0] / truth[1]) == pytest.approx(LEVEL, abs=0.03)
    gap = difference(share(part[0], number[0]), share(part[1], number[1]))
    assert covered(gap, truth[0] - truth[1]) == pytest.approx(LEVEL, abs=0.03)


COUNTS = st.integers(0, 500).flatmap(lambda seen: st.tuples(st.integers(0, seen), st.just(seen)))


@given(st.lists(COUNTS, min_size=1, max_size=5))
def test_values_lie_within_their_intervals_and_these_within_0_and_1(counts: list[tuple[int, int]]) -> None:
    part, seen = (np.array([[count[side]] for count in counts], dtype=np.int64) for side in (0, 1))
    for figure in (share(part, seen), product(part, seen), least(part, seen)):
        assert (figure.low >= 0).all()
        assert (figure.high <= 1).all()
        assert (figure.low <= figure.value).all()
        assert (figure.value <= figure.high).all()


@given(COUNTS)
def test_of_one_group_the_least_is_the_exact_interval_of_its_share_and_the_product_close_to_it(
    count: tuple[int, int],
) -> None:
    part, seen = np.array([[count[0]]]), np.array([[count[1]]])
    exact = beta(count[0] + 1, count[1] - count[0] + 1).ppf([0.05, 0.95])
    for figure, off in ((share(part, seen), 1e-9), (least(part, seen), 1e-9), (product(part, seen), 0.04)):
        assert [float(figure.low.item()), float(figure.high.item())] == pytest.approx(exact.tolist(), abs=off)


def by_halving(counts: list[tuple[int, int]], at: float) -> float:
    """The quantile of the least share, the slow way."""
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        above = np.prod([betaincc(part + 1, seen - part + 1, middle) for part, seen in counts])
        low, high = (middle, high) if above > 1 - at else (low, middle)
    return low


@settings(max_examples=20)
@given(st.lists(COUNTS, min_size=1, max_size=5))
def test_the_least_share_is_what_halving_finds(counts: list[tuple[int, int]]) -> None:
    found = least(*(np.array([[count[side]] for count in counts], dtype=np.int64) for side in (0, 1)))
    for figure, at in ((found.low, 0.05), (found.value, 0.5), (found.high, 0.95)):
        assert float(figure[0]) == pytest.approx(by_halving(counts, at), abs=1e-10)


@given(st.lists(COUNTS, min_size=2, max_size=5))
def test_groups_that_do_not_count_change_nothing(counts: list[tuple[int, int]]) -> None:
    part, seen = (np.array([[count[side]] for count in counts], dtype=np.int64) for side in (0, 1))
    counted = np.arange(len(counts))[:, None] > 0
    found, alone = least(part, seen, counted=counted), least(part[1:], seen[1:])
    assert found.value == pytest.approx(alone.value, abs=1e-11)
    assert float(least(part, seen, counted=counted & False).value[0]) == 1


@given(st.lists(COUNTS, min_size=2, max_size=5))
def test_the_least_share_does_not_depend_on_the_order_of_groups(counts: list[tuple[int, int]]) -> None:
    def value(rows: list[tuple[int, int]]) -> float:
        return float(least(*(np.array([[row[side]] for row in rows], dtype=np.int64) for side in (0, 1))).value[0])

    assert value(counts) == pytest.approx(value(counts[::-1]), abs=1e-11)


def test_more_votes_of_the_same_kind_make_every_interval_narrower() -> None:
    seen = np.array([[5, 50, 500, 5000]] * 3, dtype=np.int64)
    for figure in (share(seen * 3 // 5, seen), product(seen * 3 // 5, seen), least(seen * 3 // 5, seen)):
        assert (np.diff(figure.width, axis=-1) < 0).all()
