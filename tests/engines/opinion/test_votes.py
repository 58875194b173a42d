"""From a log to votes: the last vote stands, and the order of the log says nothing else."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.exact import BadInput
from causeway.engines.opinion import Votes, everyone, gather, tally
from causeway.engines.opinion.votes import as_labels
from tests.engines.opinion.twins import cells_of, counts, last_votes

LINES = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 4), st.integers(-1, 1), st.integers(0, 3)), min_size=1, max_size=60
)


def gathered(log: list[tuple[int, int, int, int]]) -> Votes:
    participants, statements, votes, times = (list(column) for column in zip(*log, strict=True))
    return gather(participants, statements, votes, times)


@given(LINES)
@settings(max_examples=150)
def test_the_last_vote_stands_by_time_and_then_by_place(log: list[tuple[int, int, int, int]]) -> None:
    assert cells_of(gathered(log)) == last_votes(log)


@given(LINES, st.integers())
@settings(max_examples=60)
def test_the_order_of_a_log_without_ties_of_time_changes_nothing(
    log: list[tuple[int, int, int, int]], seed: int
) -> None:
    timed = [(who, what, vote, place) for place, (who, what, vote, _) in enumerate(log)]
    shuffled = timed.copy()
    random.Random(seed).shuffle(shuffled)
    first, second = gathered(timed), gathered(shuffled)
    assert first.digest() == second.digest()
    assert np.array_equal(first.columns, second.columns)
    assert np.array_equal(first.values, second.values)


def test_numbers_are_in_the_order_of_numbers_and_text_in_that_of_text() -> None:
    assert gather(["10", "9"], [1, 1], [1, 1]).participants.tolist() == [9, 10]
    assert gather(["10", "9", "Ann"], [1, 1, 1], [1, 1, 1]).participants.tolist() == ["10", "9", "Ann"]


def test_a_statement_without_votes_is_there_all_the_same() -> None:
    votes = gather([1], ["b"], [1], all_statements=["c", "a"])
    assert votes.statements.tolist() == ["a", "b", "c"]
    assert cells_of(votes) == {(1, "b"): 1}
    assert gather([1], [5], [1], all_statements=["3", "x"]).statements.tolist() == ["3", "5", "x"]


def test_a_vote_that_is_none_of_three_is_refused() -> None:
    with pytest.raises(BadInput, match="A vote of 2 is none of 1"):
        gather([1, 1], [1, 2], [1, 2])
    with pytest.raises(BadInput, match="not equally long"):
        gather([1, 1], [1], [1, 0])


def test_labels_of_more_digits_than_a_number_holds_are_text() -> None:
    assert as_labels(["1", "9" * 19]).tolist() == ["1", "9" * 19]
    assert as_labels(["٣"]).tolist() == ["٣"]


@given(LINES, st.lists(st.integers(-1, 2), min_size=7, max_size=7))
@settings(max_examples=80)
def test_tallies_are_the_counts_and_add_up(log: list[tuple[int, int, int, int]], wish: list[int]) -> None:
    votes = gathered(log)
    groups = np.array(wish[: len(votes.participants)])
    found = tally(votes, groups, count=3)
    table = [
        list(zip(*rows, strict=True))
        for rows in zip(found.agrees.tolist(), found.disagrees.tolist(), found.seen.tolist(), strict=True)
    ]
    assert table == counts(votes, groups.tolist(), 3)
    cut = len(groups) // 2
    merged = tally(votes.part(0, cut), groups[:cut], count=3) + tally(
        votes.part(cut, len(groups)), groups[cut:], count=3
    )
    assert np.array_equal(merged.seen, found.seen)
    assert np.array_equal(merged.agrees, found.agrees)
    assert tally(votes, everyone(votes)).seen.sum() == len(votes)


@given(LINES, st.lists(st.booleans(), min_size=12, max_size=12))
@settings(max_examples=80)
def test_choosing_people_and_statements_keeps_their_votes_and_no_others(
    log: list[tuple[int, int, int, int]], flags: list[bool]
) -> None:
    votes = gathered(log)
    people, statements = (np.array(flags[:7][: votes.shape[0]]), np.array(flags[7:][: votes.shape[1]]))
    kept = cells_of(votes.of(people).on(statements))
    wanted_people = set(votes.participants[people].tolist())
    wanted_statements = set(votes.statements[statements].tolist())
    assert kept == {
        (who, what): vote
        for (who, what), vote in cells_of(votes).items()
        if who in wanted_people and what in wanted_statements
    }
