"""Moments, components, coordinates and groups, beside their slow twins."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.exact import BadInput
from causeway.engines.opinion import Settings, Votes, adjusted_rand, analyse, contingency, gather, moments
from causeway.engines.opinion.cells import cell_width, cells
from causeway.engines.opinion.components import Components, components, components_of
from causeway.engines.opinion.kmeans import silhouette
from causeway.engines.opinion.moments import nothing
from causeway.engines.opinion.projection import coordinates
from tests.engines.opinion import twins

SHARES = ("products", "crossed", "both")


def camps(people: int, statements: int, *, count: int = 3, filled: float = 0.5, seed: int = 1) -> Votes:
    """Votes of so many camps, which differ on every statement."""
    drawn = np.random.default_rng(seed)
    camp = np.arange(people) % count
    likes = drawn.choice([0.1, 0.9], (count, statements))
    row, column = np.nonzero(drawn.random((people, statements)) < filled)
    agree = drawn.random(len(row)) < likes[camp[row], column]
    passed = drawn.random(len(row)) < 0.1
    return gather(row, column, np.where(passed, 0, np.where(agree, 1, -1)), all_statements=list(range(statements)))


MANY = camps(400, 40)


@given(st.integers(1, 30), st.integers(1, 8), st.floats(0.05, 1.0), st.integers(0, 99))
@settings(max_examples=60)
def test_moments_are_sums_over_pairs_of_votes_dense_or_sparse(people: int, wide: int, filled: float, seed: int) -> None:
    votes = camps(people, wide, filled=filled, seed=seed)
    matrix = twins.dense(votes)
    there, signed = (~np.isnan(matrix)).astype(int), np.nan_to_num(matrix).astype(int)
    found = moments(votes)
    assert np.array_equal(found.products, signed.T @ signed)
    assert np.array_equal(found.crossed, signed.T @ there)
    assert np.array_equal(found.both, there.T @ there)
    assert np.allclose(found.scatter(), twins.imputed(votes).T @ twins.imputed(votes), atol=1e-9)


def test_moments_are_exact_where_everybody_agrees_beyond_one_block() -> None:
    people = 5_000
    votes = gather(np.repeat(np.arange(people), 2), np.tile([0, 1], people), np.tile([-1, 1], people))
    found = moments(votes)
    assert found.products.tolist() == [[people, -people], [-people, people]]
    assert found.crossed.tolist() == [[-people, -people], [people, people]]
    assert found.both.tolist() == [[people, people], [people, people]]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=6), st.integers())
@settings(max_examples=25)
def test_merging_moments_of_any_parts_in_any_order_changes_nothing(cuts: list[int], seed: int) -> None:
    ends = sorted({0, *cuts, 400})
    parts = [moments(MANY.part(first, last)) for first, last in pairwise(ends)]
    random.Random(seed).shuffle(parts)
    merged = nothing(40)
    for part in parts:
        merged = merged + part
    whole = moments(MANY)
    assert merged.people == whole.people
    assert all(np.array_equal(getattr(merged, share), getattr(whole, share)) for share in SHARES)
    without = whole - parts[0]
    assert np.array_equal((without + parts[0]).crossed, whole.crossed)


@pytest.mark.parametrize("way", [lambda votes: components(moments(votes)), components_of])
@pytest.mark.parametrize("votes", [MANY, camps(300, 520, filled=0.3, seed=2)], ids=["narrow", "wide"])
def test_components_are_those_of_a_dense_singular_value_decomposition(
    way: Callable[[Votes], Components], votes: Votes
) -> None:
    found = way(votes)
    matrix = twins.imputed(votes)
    _, strengths, directions = np.linalg.svd(matrix, full_matrices=False)
    assert (np.abs((directions[:2] * found.loadings).sum(axis=1)) > 0.999999).all()
    assert np.allclose(found.shares, strengths[:2] ** 2 / (strengths**2).sum())
    assert ((found.loadings**3).sum(axis=1) >= 0).all()


def test_coordinates_are_the_scaled_projection_of_the_dense_matrix() -> None:
    found = components(moments(MANY))
    slow = twins.imputed(MANY) @ found.loadings.T * np.sqrt(40 / MANY.seen)[:, None]
    assert np.allclose(coordinates(MANY, found), slow, atol=1e-6)


def test_statements_left_out_count_as_passed_by_everybody() -> None:
    everybody = np.arange(400)
    rows = np.concatenate([MANY.rows(), everybody, everybody])
    columns = np.concatenate([MANY.columns, np.full(400, 40), np.full(400, 41)])
    wide = gather(rows, columns, np.concatenate([MANY.values, np.zeros(800, np.int8)]))
    slow = coordinates(wide, components(moments(wide)))
    assert np.allclose(coordinates(MANY, components(moments(MANY)), blanks=2), slow, atol=1e-6)


def test_coordinates_and_cells_of_parts_are_those_of_the_whole_to_the_last_bit() -> None:
    found = components(moments(MANY))
    whole = coordinates(MANY, found)
    parts = [coordinates(MANY.part(first, first + 100), found) for first in range(0, 400, 100)]
    assert np.array_equal(np.concatenate(parts), whole)
    width = cell_width(found)
    merged = (cells(parts[3], width) + cells(parts[1], width)) + (cells(parts[0], width) + cells(parts[2], width))
    population = cells(whole, width)
    assert np.array_equal(merged.keys, population.keys)
    assert np.array_equal(merged.counts, population.counts)
    assert np.array_equal(merged.sums, population.sums)


def test_camps_that_differ_are_found_and_are_steady() -> None:
    result = analyse(MANY)
    assert result.names == ("A", "B", "C")
    assert adjusted_rand(contingency(result.groups, np.arange(400) % 3)) > 0.95
    assert result.stability is not None
    assert result.stability.mean > 0.9
    assert result.sizes.tolist() == sorted(result.sizes.tolist(), reverse=True)


def test_people_without_enough_votes_are_not_placed_but_counted() -> None:
    votes = gather([*[1] * 9, *[2] * 9, 3], [*range(9), *range(9), 0], [1] * 9 + [-1] * 9 + [1])
    result = analyse(votes)
    assert result.placed.tolist() == [True, True, False]
    assert result.groups.tolist()[2] == -1
    assert result.everyone.agrees[0, 0] == 2


def test_people_who_all_vote_alike_are_one_group_without_a_measure_of_stability() -> None:
    result = analyse(gather(np.repeat(np.arange(30), 8), np.tile(np.arange(8), 30), [1] * 240))
    assert result.names == ("A",)
    assert result.sizes.tolist() == [30]
    assert result.stability is None
    assert not result.coordinates.any()


def test_the_order_of_the_log_changes_nothing_at_all() -> None:
    order = np.random.default_rng(5).permutation(len(MANY))
    again = gather(MANY.rows()[order], MANY.columns[order], MANY.values[order], all_statements=list(range(40)))
    first, second = analyse(MANY), analyse(again)
    assert first.digest == second.digest
    assert np.array_equal(first.coordinates, second.coordinates)
    assert np.array_equal(first.groups, second.groups)
    assert first.stability == second.stability


def test_every_hash_seed_gives_the_same_groups() -> None:
    program = (
        "from tests.engines.opinion.test_map import MANY\n"
        "from causeway.engines.opinion import analyse\n"
        "found = analyse(MANY)\n"
        "print(found.digest, found.coordinates.tobytes().hex()[:4000], found.groups.tolist(), found.stability)"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "77")
    }
    assert len(said) == 1


def test_settings_that_make_no_sense_are_refused() -> None:
    with pytest.raises(BadInput):
        Settings(count=0)
    with pytest.raises(BadInput):
        Settings(least_votes=0)
    with pytest.raises(BadInput, match="no votes"):
        analyse(gather([], [], []))


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=25))
def test_the_adjusted_rand_index_is_that_of_counting_pairs(both: list[tuple[int, int]]) -> None:
    first, second = (list(column) for column in zip(*both, strict=True))
    found = adjusted_rand(contingency(np.array(first), np.array(second)))
    assert found == pytest.approx(twins.adjusted_rand(first, second))


def test_the_silhouette_is_that_of_its_definition() -> None:
    points = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 4.0], [5.0, 1.0], [6.0, 1.0], [6.0, 3.0]])
    owner = np.array([0, 0, 0, 1, 1, 1])
    scores = []
    for place, point in enumerate(points):
        far = np.sqrt(((points - point) ** 2).sum(axis=1))
        own = far[(np.arange(6) != place) & (owner == owner[place])].mean()
        other = far[owner != owner[place]].mean()
        scores.append((other - own) / max(own, other))
    assert silhouette(points, np.ones(6), owner) == pytest.approx(np.mean(scores))


def test_votes_cast_by_lot_are_told_from_camps_by_stability_and_not_by_silhouette() -> None:
    lot = np.random.default_rng(1).integers(-1, 2, 300 * 30)
    by_lot = analyse(gather(np.repeat(np.arange(300), 30), np.tile(np.arange(30), 300), lot))
    in_camps = analyse(MANY)
    assert by_lot.stability is not None
    assert in_camps.stability is not None
    assert by_lot.stability.mean < 0.1 < 0.9 < in_camps.stability.mean
    assert by_lot.grouping.silhouette > 0.3


def test_very_many_statements_are_mapped_without_sums_over_their_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    by_moments = analyse(MANY)
    monkeypatch.setattr("causeway.engines.opinion.analysis.MOST_STATEMENTS", 10)
    monkeypatch.setattr("causeway.engines.opinion.stability.MOST_STATEMENTS", 10)
    monkeypatch.setattr(sys.modules[moments.__module__], "MOST_STATEMENTS", 10)
    from_votes = analyse(MANY)
    assert np.allclose(from_votes.coordinates, by_moments.coordinates, atol=1e-6)
    assert np.array_equal(from_votes.groups, by_moments.groups)
    assert from_votes.stability == by_moments.stability
    with pytest.raises(BadInput, match="up to 10 statements"):
        moments(MANY)


def test_the_example_on_paper_is_what_the_engine_finds() -> None:
    """docs/engines/opinion-groups.md works it out."""
    people = ["Ann", "Ann", "Ben", "Ben", "Cat", "Cat", "Dan"]
    votes = gather(people, ["bus", "parking"] * 3 + ["bus"], [1, 1, 1, 1, -1, -1, -1])
    found = analyse(votes, Settings(least_votes=1))
    assert found.components.means == pytest.approx([0, 1 / 3])
    assert moments(votes).scatter() == pytest.approx(np.array([[4, 8 / 3], [8 / 3, 8 / 3]]))
    assert found.components.loadings[0] == pytest.approx([0.788, 0.615], abs=5e-4)
    assert found.components.shares == pytest.approx([0.912, 0.088], abs=5e-4)
    assert found.coordinates[:, 0] == pytest.approx([1.198, 1.198, -1.609, -1.115], abs=5e-4)
    assert found.groups.tolist() == [1, 1, 0, 0]
