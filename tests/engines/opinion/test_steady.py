"""A map that stays put: each update is the full computation, turned and named as the map before."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.opinion import Votes, analyse, gather, moments
from causeway.engines.opinion.steady import Steady, begin, kept_names, overlaid, update
from tests.engines.opinion.test_map import MANY, SHARES, camps
from tests.engines.opinion.twins import cells_of

LOG = list(zip(MANY.rows().tolist(), MANY.columns.tolist(), MANY.values.tolist(), strict=True))
np.random.default_rng(3).shuffle(LOG)


def part(first: int, last: int) -> Votes:
    return gather(*(list(column) for column in zip(*LOG[first:last], strict=True)))


def carried(cuts: list[int]) -> Steady:
    ends = [*sorted(cuts), len(LOG)]
    kept = begin(part(0, ends[0]))
    for first, last in pairwise(ends):
        kept = update(kept, part(first, last))
    return kept


@given(st.lists(st.integers(2_000, len(LOG) - 1), min_size=1, max_size=4, unique=True))
@settings(max_examples=3)
def test_a_map_carried_through_any_updates_is_the_full_computation(cuts: list[int]) -> None:
    kept, full = carried(cuts), analyse(part(0, len(LOG)))
    assert kept.analysis.digest == full.digest
    assert all(np.array_equal(getattr(kept.moments, share), getattr(moments(MANY), share)) for share in SHARES)
    assert np.array_equal(kept.analysis.groups, full.groups)
    assert np.allclose(np.sort(np.abs(kept.analysis.coordinates)), np.sort(np.abs(full.coordinates)), atol=1e-9)
    assert kept.analysis.stability == full.stability


def test_axes_keep_pointing_where_they_pointed_and_groups_keep_their_names() -> None:
    kept = begin(part(0, 4_000))
    for first in range(4_000, len(LOG), 500):
        after = update(kept, part(first, min(first + 500, len(LOG))))
        likeness = (after.analysis.components.loadings * kept.analysis.components.loadings).sum(axis=1)
        assert (likeness > 0.9).all()
        assert sorted(after.analysis.names) == ["A", "B", "C"]
        named = dict(zip(after.votes.participants.tolist(), after.analysis.groups.tolist(), strict=True))
        stayed = [
            after.analysis.names[named[person]] == kept.analysis.names[group]
            for person, group in zip(kept.votes.participants.tolist(), kept.analysis.groups.tolist(), strict=True)
            if group >= 0
        ]
        assert np.mean(stayed) > 0.95
        kept = after


def test_a_map_comes_back_mirrored_and_swapped_where_it_was_so() -> None:
    kept = begin(MANY)
    found = kept.analysis.components
    swapped = replace(found, loadings=-found.loadings[::-1], variances=found.variances[::-1])
    before = replace(kept, analysis=replace(kept.analysis, components=swapped))
    after = update(before, MANY.part(0, 1))
    assert np.array_equal(after.analysis.components.loadings, swapped.loadings)
    assert np.array_equal(after.analysis.components.variances, swapped.variances)
    assert np.array_equal(after.analysis.coordinates, -kept.analysis.coordinates[:, ::-1])
    assert np.array_equal(after.analysis.grouping.centres, -kept.analysis.grouping.centres[:, ::-1])


def test_a_later_vote_replaces_and_new_people_and_statements_of_any_kind_join() -> None:
    first = gather([1, 1, 2], [1, 2, 1], [1, 1, -1])
    later = gather(["1", "Ann"], ["2", "new"], [-1, 0])
    assert cells_of(overlaid(first, later)) == {
        ("1", "1"): 1,
        ("1", "2"): -1,
        ("2", "1"): -1,
        ("Ann", "new"): 0,
    }
    kept = update(begin(MANY), gather(["Ann", "17"], ["new", "3"], [1, 1]))
    again = moments(kept.votes)
    assert all(np.array_equal(getattr(kept.moments, share), getattr(again, share)) for share in SHARES)
    assert kept.moments.people == 401


def test_a_group_that_is_new_gets_a_name_that_was_never_given() -> None:
    two = camps(300, 40, count=2, seed=4)
    kept = begin(two)
    assert kept.analysis.names == ("A", "B")
    strangers = np.tile(np.where(np.arange(40) % 2, 1, -1), 100)
    people, statements = np.repeat(np.arange(1_000, 1_100), 40), np.tile(np.arange(40), 100)
    after = update(kept, gather(people, statements, strangers))
    assert sorted(after.analysis.names) == ["A", "B", "C"]
    newcomers = after.analysis.groups[after.votes.participants >= 1_000]
    assert {after.analysis.names[group] for group in newcomers.tolist()} == {"C"}
    assert kept_names(after.analysis, after) == after.analysis.names
    gone = update(after, gather(people, statements, np.tile(liked_by_the_first_camp(two), 100)))
    assert sorted(gone.analysis.names) == ["A", "B"]
    assert gone.given == ("A", "B", "C")
    again = update(gone, gather(people, statements, strangers))
    assert sorted(again.analysis.names) == ["A", "B", "D"]


def liked_by_the_first_camp(votes: Votes) -> np.ndarray:
    matrix = np.zeros(votes.shape)
    matrix[votes.rows(), votes.columns] = votes.values
    return np.where(matrix[::2].sum(axis=0) >= 0, 1, -1)


@pytest.mark.parametrize("seed", [1, 2])
def test_an_update_without_news_changes_nothing(seed: int) -> None:
    votes = camps(200, 20, seed=seed)
    kept = begin(votes)
    again = update(kept, votes.part(0, 50))
    assert np.array_equal(again.analysis.coordinates, kept.analysis.coordinates)
    assert np.array_equal(again.analysis.groups, kept.analysis.groups)
    assert again.analysis.names == kept.analysis.names
