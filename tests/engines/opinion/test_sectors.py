"""Small sectors stay withheld, also from who subtracts: attacked with an integer program and linear algebra."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from causeway.engines.opinion.sectors import Shown, shown
from causeway.engines.opinion.tallies import Tallies


@dataclass(frozen=True)
class Table:
    """Counts (sectors and last those without one, kinds of vote) of one statement, and the size of each sector."""

    counts: np.ndarray
    sizes: np.ndarray

    def withhold(self, k: int) -> Shown:
        counts = self.counts[:-1]
        tallies = Tallies(counts[:, :1], counts[:, 1:2], counts.sum(axis=1, keepdims=True))
        total = self.counts.sum(axis=0)
        everybody = Tallies(*(np.array([[count]]) for count in (total[0], total[1], total.sum())))
        return shown(tallies, self.sizes[:-1], everybody, int(self.sizes.sum()), k=k)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    sectors = draw(st.integers(1, 5))
    most = st.sampled_from([3, 12, 40])
    counts = [[draw(st.integers(0, draw(most))) for _ in range(3)] for _ in range(sectors)]
    counts.append([draw(st.integers(0, draw(st.sampled_from([0, 3, 20])))) for _ in range(3)])
    array = np.array(counts, dtype=np.int64)
    sizes = array.sum(axis=1) + [draw(st.integers(0, 4)) for _ in counts]
    sizes[:-1] = np.maximum(sizes[:-1], 1)
    return Table(array, sizes)


def recovered(table: Table, cells: np.ndarray) -> list[tuple[int, int]]:
    """Withheld cells that only one whole number fits, for somebody who knows all sizes; by integer programming.

    What the total alone says, that nobody at all voted so, is nothing recovered.
    """
    rows, kinds = table.counts.shape
    known = np.append(cells, False)
    size = rows * kinds
    equal = np.zeros((kinds, size))
    for kind in range(kinds):
        equal[kind, kind::kinds] = 1
    room = np.kron(np.eye(rows), np.ones(kinds))
    totals = table.counts.sum(axis=0)
    low = np.where(known[:, None], table.counts, 0).ravel()
    high = np.where(known[:, None], table.counts, totals).ravel()
    limits = [LinearConstraint(equal, totals, totals), LinearConstraint(room, 0, table.sizes)]
    found = []
    for row in np.flatnonzero(~known & (table.sizes > 0)):
        for kind in np.flatnonzero(totals):
            aim = np.zeros(size)
            aim[row * kinds + kind] = 1
            ends = [
                milp(sign * aim, constraints=limits, bounds=Bounds(low, high), integrality=np.ones(size)).fun * sign
                for sign in (1, -1)
            ]
            if round(ends[0]) == round(ends[1]):
                found.append((int(row), int(kind)))
    return found


@settings(max_examples=60)
@given(tables(), st.sampled_from([3, 5, 10]))
def test_no_withheld_cell_can_be_computed_from_what_is_shown(table: Table, k: int) -> None:
    cells = table.withhold(k).cells[:, 0]
    if cells.any():
        assert recovered(table, cells) == []


@given(tables(), st.sampled_from([3, 5, 10]))
def test_whatever_is_shown_or_left_by_subtraction_is_of_k_people_at_least(table: Table, k: int) -> None:
    found = table.withhold(k)
    cells, seen = found.cells[:, 0], table.counts.sum(axis=1)
    assert (seen[:-1][cells] >= k).all()
    assert (table.sizes[:-1][found.sectors] >= k).all()
    left, people_left = seen.sum() - seen[:-1][cells].sum(), table.sizes.sum() - table.sizes[:-1][found.sectors].sum()
    assert not cells.any() or left >= k or (cells.all() and not table.sizes[-1])
    assert not found.sectors.any() or people_left >= k or not people_left


def test_without_the_second_rule_the_attack_does_succeed() -> None:
    table = Table(np.array([[30, 10, 0], [25, 15, 2], [2, 3, 0], [0, 0, 0]]), np.array([50, 45, 6, 0]))
    assert recovered(table, np.array([True, True, False])) == [(2, 0), (2, 1), (2, 2)]
    cells = table.withhold(10).cells[:, 0]
    assert cells.tolist() == [True, False, False]
    assert recovered(table, cells) == []


def test_people_without_a_sector_hide_a_small_one_so_that_the_others_can_be_shown() -> None:
    table = Table(np.array([[30, 10, 1], [25, 15, 2], [2, 3, 0], [20, 9, 4]]), np.array([50, 45, 6, 40]))
    assert table.withhold(10).cells[:, 0].tolist() == [True, True, False]


def test_where_no_sector_is_small_and_all_declared_one_everything_is_shown() -> None:
    table = Table(np.array([[30, 10, 0], [25, 15, 2], [0, 0, 0]]), np.array([50, 45, 0]))
    found = table.withhold(10)
    assert found.cells.all()
    assert found.sectors.all()


def test_a_few_people_who_declared_nothing_are_not_left_over_by_subtraction() -> None:
    table = Table(np.array([[30, 10, 0], [25, 15, 2], [1, 1, 0]]), np.array([50, 45, 2]))
    assert table.withhold(10).cells[:, 0].tolist() == [True, False]


def test_sizes_of_two_small_sectors_that_only_one_pair_fits_are_not_given_away() -> None:
    sizes = np.array([60, 50, 9, 9, 0])
    counts = np.array([[40, 20, 0], [30, 20, 0], [4, 5, 0], [4, 5, 0], [0, 0, 0]])
    assert Table(counts, sizes).withhold(10).sectors.tolist() == [True, False, False, False]


def test_linear_algebra_over_many_statements_finds_no_withheld_cell() -> None:
    """The rows of the published equations span no single withheld cell, with several statements at once."""
    random = np.random.default_rng(7)
    sizes = np.array([80, 60, 25, 8, 4])
    seen = np.minimum(random.integers(0, 90, (5, 30)), sizes[:, None])
    agrees = random.binomial(seen, 0.6)
    disagrees = random.binomial(seen - agrees, 0.7)
    tallies = Tallies(agrees, disagrees, seen)
    found = shown(tallies, sizes, tallies.total, int(sizes.sum()), k=10)
    equations = []
    for statement in range(30):
        total = np.zeros((5, 30))
        total[:, statement] = 1
        equations.append(total.ravel())
        for sector in np.flatnonzero(found.cells[:, statement]):
            one = np.zeros((5, 30))
            one[sector, statement] = 1
            equations.append(one.ravel())
    basis = np.array(equations)
    rank = np.linalg.matrix_rank(basis)
    withheld = np.flatnonzero(~found.cells.ravel())
    assert 0 < len(withheld) < 150
    for cell in withheld:
        assert np.linalg.matrix_rank(np.vstack([basis, np.eye(150)[cell]])) == rank + 1


@pytest.mark.parametrize("k", [3, 10])
def test_sectors_in_another_order_are_withheld_alike(k: int) -> None:
    counts = np.array([[30, 10, 1], [25, 15, 2], [2, 3, 0], [9, 9, 4], [3, 1, 0]])
    sizes = np.array([50, 45, 6, 23, 4])
    forward = Table(counts, sizes).withhold(k).cells[:, 0].tolist()
    order = [3, 1, 0, 2]
    turned = Table(counts[[*order, 4]], sizes[[*order, 4]]).withhold(k).cells[:, 0].tolist()
    assert [forward[place] for place in order] == turned
