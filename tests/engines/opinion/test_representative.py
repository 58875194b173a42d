"""Representative statements, against what Polis published of a conversation and against a slow twin of its tests."""

from __future__ import annotations

from dataclasses import asdict
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from causeway.engines.opinion.representative import MOST_CHOSEN, SURE, compare, representative
from causeway.engines.opinion.tallies import Tallies
from tests.engines.opinion.published import PUBLISHED, published_tallies


def tallies_of(rows: list[list[tuple[int, int, int]]]) -> Tallies:
    """Tallies from (agrees, disagrees, passes) by group and statement."""
    counts = np.array(rows, dtype=np.int64)
    return Tallies(counts[..., 0], counts[..., 1], counts.sum(axis=-1))


CELLS = st.tuples(*[st.integers(0, 30)] * 3)
ROWS = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4)
)


def test_each_group_stands_for_what_polis_published_in_its_order_and_with_its_figures() -> None:
    hidden = [PUBLISHED["statements"].index(one) for one in PUBLISHED["rejected"]]
    ours = representative(published_tallies(), hidden=hidden)
    for chosen, published in zip(ours, PUBLISHED["representative"], strict=True):
        assert len(chosen) == len(published)
        for one, theirs in zip(chosen, published, strict=True):
            mine = asdict(one) | {"statement": PUBLISHED["statements"][one.statement]}
            assert {name: mine[name] for name in theirs} == pytest.approx(theirs, abs=1e-6)  # theirs is 32 bits wide


def slow_tests(part: int, seen: int, rest: int, rest_seen: int) -> tuple[float, float, float, float]:
    """Share, its test, ratio, its test; a transcript of the definitions."""
    share, other = (part + 1) / (seen + 2), (rest + 1) / (rest_seen + 2)
    p1, p2 = (part + 1) / (seen + 1), (rest + 1) / (rest_seen + 1)
    pooled = (part + rest + 2) / (seen + rest_seen + 2)
    error = sqrt(pooled * (1 - pooled) * (1 / (seen + 1) + 1 / (rest_seen + 1)))
    return share, 2 * sqrt(seen + 1) * (p1 - 0.5), share / other, 0 if pooled == 1 else (p1 - p2) / error


@given(ROWS)
def test_the_tests_equal_their_definition_one_number_at_a_time(rows: list[list[tuple[int, int, int]]]) -> None:
    tallies = tallies_of(rows)
    found = compare(tallies.agrees, tallies.seen)
    for group, row in enumerate(rows):
        for place in range(len(row)):
            others = [other[place] for index, other in enumerate(rows) if index != group]
            slow = slow_tests(row[place][0], sum(row[place]), sum(o[0] for o in others), sum(map(sum, others)))
            fast = [
                float(array[group, place])
                for array in (found.share.value, found.share_z, found.ratio.value, found.ratio_z)
            ]
            assert fast == pytest.approx(slow)


@given(ROWS)
def test_a_choice_keeps_the_rule(rows: list[list[tuple[int, int, int]]]) -> None:
    tallies = tallies_of(rows)
    agree, disagree = compare(tallies.agrees, tallies.seen), compare(tallies.disagrees, tallies.seen)
    fit = [(one.ratio_z > SURE) & (one.share_z > SURE) for one in (agree, disagree)]
    for group, chosen in enumerate(representative(tallies)):
        assert 1 <= len(chosen) <= MOST_CHOSEN
        assert [one.agree for one in chosen] == sorted((one.agree for one in chosen), reverse=True)
        assert len({one.statement for one in chosen}) == len(chosen)
        assert sum(one.best_agreed for one in chosen) <= 1
        if len(chosen) > 1:
            assert all(one.best_agreed or fit[0 if one.agree else 1][group, one.statement] for one in chosen)


@given(ROWS, st.sets(st.integers(0, 5)))
def test_what_is_moderated_out_is_missing_and_changes_nothing_else(
    rows: list[list[tuple[int, int, int]]], hidden: set[int]
) -> None:
    kept = [place for place in range(len(rows[0])) if place not in hidden]
    shorter = tallies_of([[row[place] for place in kept] for row in rows]) if kept else None
    for group, chosen in enumerate(representative(tallies_of(rows), hidden=hidden)):
        assert [one.statement for one in chosen] == (
            [kept[one.statement] for one in representative(shorter)[group]] if shorter else []
        )


def test_what_a_small_group_agrees_on_best_is_never_shown_as_what_it_is_against() -> None:
    """Polis shows the second group as disagreeing with the first statement here, by one vote of six."""
    first, second = representative(tallies_of([[(7, 0, 1), (1, 6, 1)], [(5, 1, 0), (4, 1, 1)]]))
    assert [(one.statement, one.agree) for one in second] == [(0, True)]
    assert [(one.statement, one.agree) for one in first] == [(0, True), (1, False)]
