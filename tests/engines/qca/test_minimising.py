"""Prime implicants and models: the fast ways give what trying everything gives."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.qca import cover_search, covers, primes
from causeway.engines.qca.cover_search import Limits
from causeway.engines.qca.solutions import solve
from causeway.engines.qca.terms import FREE, Condition, Term
from tests.engines.qca import twins


def conditions(levels: tuple[int, ...]) -> tuple[Condition, ...]:
    return tuple(Condition(f"C{place}", count) for place, count in enumerate(levels))


@st.composite
def tables(draw: st.DrawFn, *, most: int = 4) -> tuple[tuple[int, ...], list[Term], list[Term]]:
    """Levels, rows with the outcome and rows without it, at least one of each."""
    levels = tuple(draw(st.lists(st.sampled_from((2, 2, 2, 3)), min_size=2, max_size=most)))
    rows = draw(st.permutations(twins.every_row(levels)))
    seen = draw(st.integers(2, min(len(rows), 12)))
    with_outcome = draw(st.integers(1, seen - 1))
    return levels, list(rows[:with_outcome]), list(rows[with_outcome:seen])


@given(table=tables())
@settings(max_examples=60)
def test_the_models_are_what_trying_every_set_of_terms_gives(
    table: tuple[tuple[int, ...], list[Term], list[Term]],
) -> None:
    levels, on, off = table
    for solution, allowed in {
        "parsimonious": [row for row in twins.every_row(levels) if row not in off],
        "conservative": on,
    }.items():
        slow = twins.models(twins.primes(levels, on, allowed), on)
        fast = solve(conditions(levels), on, off, solution=solution)
        assert set(map(frozenset, fast.models)) == slow
        assert (fast.found, fast.complete, fast.smallest) == (len(slow), True, True)


@pytest.mark.parametrize("width", [2, 3, 4, 5, 6])
def test_every_parsimonious_implicant_is_prime_and_none_is_missing(width: int) -> None:
    """Random rows of two values, with a stated seed, against every one of the 3^k terms."""
    drawn = np.random.default_rng(20261122 + width)
    for _ in range(4):
        rows = [tuple(map(int, row)) for row in drawn.permutation(twins.every_row((2,) * width))]
        seen = rows[: max(2, len(rows) * 2 // 5)]
        on, off = seen[: len(seen) // 2], seen[len(seen) // 2 :]
        found = primes.parsimonious(conditions((2,) * width), on, off)
        terms = {found.term(place) for place in range(len(found.values))}
        assert terms == twins.primes((2,) * width, on, [row for row in rows if row not in off])
        assert len(terms) == len(found.values)


@given(table=tables())
@settings(max_examples=60)
def test_the_primes_of_a_union_of_terms_are_those_of_its_rows(
    table: tuple[tuple[int, ...], list[Term], list[Term]],
) -> None:
    levels, on, others = table
    union = [*on, *((FREE, *row[1:]) for row in others)]
    rows = [row for row in twins.every_row(levels) if any(twins.covers(term, row) for term in union)]
    found = primes.of_union(conditions(levels), union, on)
    assert {found.term(place) for place in range(len(found.values))} == twins.primes(levels, on, rows)


@given(data=st.data())
@settings(max_examples=150)
def test_the_covers_are_what_trying_every_set_gives(data: st.DataObject) -> None:
    height, width = data.draw(st.integers(1, 8)), data.draw(st.integers(1, 7))
    cells = data.draw(st.lists(st.booleans(), min_size=height * width, max_size=height * width))
    chart = np.array(cells, dtype=np.bool_).reshape(height, width)
    chart[data.draw(st.integers(0, height - 1))] |= ~chart.any(axis=0)
    slow: set[tuple[int, ...]] = set()
    for many in range(1, height + 1):
        slow = {
            chosen for chosen in itertools.combinations(range(height), many) if chart[list(chosen)].any(axis=0).all()
        }
        if slow:
            break
    found = covers.smallest_covers(chart, most=1000)
    assert set(found.covers) == slow
    assert (found.found, found.complete, found.smallest, found.least) == (len(slow), True, True, len(min(slow)))


@given(data=st.data())
@settings(max_examples=60)
def test_no_class_of_primes_weighs_more_than_one_so_the_weights_bound_from_below(data: st.DataObject) -> None:
    height, width = data.draw(st.integers(1, 12)), data.draw(st.integers(1, 10))
    cells = data.draw(st.lists(st.booleans(), min_size=height * width, max_size=height * width))
    chart = np.array(cells, dtype=np.float64).reshape(height, width)
    chart[:, ~chart.any(axis=0)] = 1
    chart = chart[chart.any(axis=1)]
    weights = cover_search._weights(chart)
    assert (chart @ weights <= cover_search.SCALE).all()
    assert (weights >= 0).all()
    assert (weights == np.floor(weights)).all()


def test_a_cap_is_kept_and_said() -> None:
    """Ten pairs of primes that cover the same: 1,024 models."""
    chart = np.repeat(np.eye(10, dtype=np.bool_), 2, axis=0)
    found = covers.smallest_covers(chart, most=100)
    assert (len(found.covers), found.found, found.complete, found.smallest) == (100, 1024, True, True)
    assert all(chart[list(cover)].any(axis=0).all() for cover in found.covers)


def test_a_search_that_is_ended_says_what_is_proven() -> None:
    drawn = np.random.default_rng(5)
    chart = drawn.random((120, 60)) < 0.12
    chart[0] |= ~chart.any(axis=0)
    cut = covers.smallest_covers(chart, most=10, limits=Limits(steps=3, nodes=1))
    assert not cut.smallest
    assert not cut.complete
    assert cut.least < len(cut.covers[0])
    assert all(chart[list(cover)].any(axis=0).all() for cover in cut.covers)


def test_asking_highs_and_exchanging_gives_smallest_covers_too() -> None:
    drawn = np.random.default_rng(5)
    chart = drawn.random((60, 40)) < 0.15
    chart[0] |= ~chart.any(axis=0)
    full = covers.smallest_covers(chart, most=1000)
    asked = covers.smallest_covers(chart, most=1000, limits=Limits(steps=3))
    assert full.complete
    assert (asked.smallest, asked.complete, asked.least) == (True, False, full.least)
    assert set(asked.covers) <= set(full.covers)
    assert len(asked.covers) > 1
