"""A log in parts gives what the whole log gives, to the last bit, however it is split and merged."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.exact import BadInput
from causeway.engines.opinion import Conversation, Votes, analysis, gather
from causeway.engines.opinion.analysis import assigned, outlined, population_of, sizes_of, stand, tally_of_all
from causeway.engines.opinion.components import components, indicators, pulled
from causeway.engines.opinion.findings import crowds_of, find, find_in, located
from causeway.engines.opinion.formats import Assignment, write_parquet
from causeway.engines.opinion.groups import group
from causeway.engines.opinion.joining import overlaid
from causeway.engines.opinion.log import extent_of, statements_of, survey, union
from causeway.engines.opinion.moments import moments
from causeway.engines.opinion.parts import declared, read_parts
from causeway.engines.opinion.report import as_plain
from causeway.engines.opinion.roll import mark, roll, sealed
from causeway.engines.opinion.running import Here
from tests.engines.opinion.test_map import MANY, camps


def split(votes: Votes, owner: Sequence[int]) -> list[Votes]:
    """Each participant in the part that is named for them; parts without anybody are left out."""
    chosen = [np.array(owner) == part for part in sorted(set(owner))]
    return [votes.of(flags) for flags in chosen]


def in_any_tree(parts: list[Any], merge: Callable[[Any, Any], Any], seed: int) -> Any:
    drawn = random.Random(seed)
    parts = list(parts)
    while len(parts) > 1:
        one, other = (parts.pop(drawn.randrange(len(parts))) for _ in range(2))
        parts.append(merge(one, other))
    return parts[0]


def same(one: Any, other: Any) -> bool:
    """Equal to the last bit, field by field."""
    if hasattr(one, "__dataclass_fields__"):
        return all(same(getattr(one, field.name), getattr(other, field.name)) for field in fields(one))
    return bool(np.array_equal(one, other)) if isinstance(one, np.ndarray) else bool(one == other)


STAND = stand(MANY, components(moments(MANY)), analysis.Settings())
GROUPING = group(population_of(STAND, 0.25))
STEPS = np.random.default_rng(3).standard_normal((3, 40))


def placed(votes: Votes) -> analysis.Places:
    return assigned(stand(votes, components(moments(MANY)), analysis.Settings()), GROUPING, np.arange(len(GROUPING)))


SUMMARIES: dict[str, tuple[Callable[[Votes], Any], Callable[[Any, Any], Any]]] = {
    "the extent": (extent_of, lambda one, other: one + other),
    "the statements": (statements_of, union),
    "the roll": (roll, lambda one, other: one + other),
    "moments": (moments, lambda one, other: one + other),
    "sums of a round": (lambda votes: pulled(indicators(votes), STEPS, 2.0**-40), lambda one, other: one + other),
    "cells": (
        lambda votes: population_of(stand(votes, components(moments(MANY)), analysis.Settings()), 0.25),
        lambda one, other: one + other,
    ),
    "tallies": (tally_of_all, lambda one, other: one + other),
    "sizes": (lambda votes: sizes_of(placed(votes), len(GROUPING)), lambda one, other: one + other),
    "the sample": (lambda votes: votes, overlaid),
}


@pytest.mark.parametrize("what", SUMMARIES)
@given(owner=st.lists(st.integers(0, 5), min_size=400, max_size=400), seed=st.integers())
@settings(max_examples=5)
def test_merging_in_any_tree_changes_nothing(what: str, owner: list[int], seed: int) -> None:
    summary, merge = SUMMARIES[what]
    merged = in_any_tree([summary(part) for part in split(MANY, owner)], merge, seed)
    assert same(merged, summary(MANY))


def test_crowds_do_not_depend_on_the_order_of_the_parts() -> None:
    places = [placed(part) for part in split(MANY, [person % 7 for person in range(400)])]
    merged = in_any_tree([located(one, one.groups) for one in places], lambda one, other: one + other, 4)
    whole = located(placed(MANY), placed(MANY).groups)
    assert crowds_of(merged, k=10) == crowds_of(whole, k=10)


@pytest.mark.parametrize("most_cells", [analysis.MOST_CELLS, 0], ids=["by moments", "by rounds of sums"])
def test_a_log_in_parts_gives_the_findings_of_the_whole(monkeypatch: pytest.MonkeyPatch, most_cells: int) -> None:
    monkeypatch.setattr(analysis, "MOST_CELLS", most_cells)
    votes = camps(240, 30, seed=3)
    owner = random.Random(most_cells).choices(range(5), k=240)
    assert as_plain(find_in(survey(split(votes, owner)))) == as_plain(find(Conversation.of(votes)))


def test_rounds_of_sums_find_the_components_of_the_moments() -> None:
    exact, _ = outlined(survey([MANY]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analysis, "MOST_CELLS", 0)
        by_rounds, _ = outlined(survey([MANY]))
    assert np.allclose(by_rounds.components.loadings, exact.components.loadings, atol=1e-10)
    assert np.allclose(by_rounds.components.variances, exact.components.variances, rtol=1e-10)
    assert by_rounds.components.variance == pytest.approx(exact.components.variance, rel=1e-12)
    assert (by_rounds.components.people, by_rounds.components.votes) == (400, len(MANY))


def test_parts_on_different_statements_are_one_log() -> None:
    first, second = gather([1, 2], [10, 30], [1, -1]), gather([3, 4], [20, 30], [0, 1])
    whole = gather([1, 2, 3, 4], [10, 30, 20, 30], [1, -1, 0, 1])
    log = survey([second, first])
    assert log.digest == whole.digest()
    assert log.statements.tolist() == [10, 20, 30]
    assert (log.extent.people, log.extent.voters, log.extent.votes) == (4, 4, 4)


def test_one_vote_changed_changes_the_digest() -> None:
    first = gather([1, 1, 2], [1, 2, 1], [1, 0, 1])
    others = [
        gather([1, 1, 2], [1, 2, 1], [1, 0, -1]),
        gather([1, 1, 3], [1, 2, 1], [1, 0, 1]),
        gather([1, 1, 2], [1, 3, 1], [1, 0, 1]),
        gather([1, 2, 2], [1, 2, 1], [1, 0, 1]),
    ]
    assert len({first.digest(), *(votes.digest() for votes in others)}) == 5


def test_a_person_in_two_parts_is_refused_by_a_mark_and_not_by_name() -> None:
    first, second = gather(["Ann", "Ben"], ["s", "s"], [1, 1]), gather(["Ann", "Cem"], ["t", "s"], [1, 1])
    with pytest.raises(BadInput) as refused:
        survey([first, second])
    known = hashlib.sha256(b"Ann").hexdigest()[:16]
    assert mark("Ann") == known
    assert f"#{known} " in refused.value.sentence
    assert "Ann" not in refused.value.sentence


def test_numbers_in_one_part_and_words_in_another_are_refused() -> None:
    with pytest.raises(BadInput, match="Participants are numbers in one part"):
        survey([gather([1], [1], [1]), gather(["Ann"], [1], [1])])
    with pytest.raises(BadInput, match="Statements are numbers in one part"):
        survey([gather([1], [1], [1]), gather([2], ["s"], [1])])


def test_the_seal_of_a_roll_has_nothing_of_its_order() -> None:
    parts = split(MANY, [person % 3 for person in range(400)])
    assert sealed(roll(parts[2]) + roll(parts[0]) + roll(parts[1])) == sealed(roll(MANY))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four parts of 120 people, on different statements at first."""
    votes = camps(120, 20, seed=7)
    for number, part in enumerate(split(votes, [person % 4 for person in range(120)])):
        write_parquet(part, tmp_path / f"part-{number}.parquet")
    return tmp_path


def test_parts_are_files_folders_or_patterns_each_read_once(folder: Path) -> None:
    by_name = [str(folder / f"part-{number}.parquet") for number in (2, 0, 3, 1)]
    logs = [
        read_parts(asked, Here())
        for asked in ([str(folder)], by_name, [str(folder / "part-*.parquet")], [str(folder), *by_name])
    ]
    assert {log.digest for log in logs} == {camps(120, 20, seed=7).digest()}


def test_a_part_that_is_missing_or_broken_is_named(folder: Path) -> None:
    with pytest.raises(BadInput, match=r"missing.parquet” names no Parquet file"):
        read_parts([str(folder / "missing.parquet")], Here())
    (folder / "part-9.parquet").write_text("no Parquet")
    with pytest.raises(BadInput, match=r"In “part-9.parquet”"):
        read_parts([str(folder)], Here())


def test_declared_groups_and_sectors_are_found_in_parts_as_in_the_whole(folder: Path) -> None:
    votes = camps(120, 20, seed=7)
    log = read_parts([str(folder)], Here())
    lines = [(str(person), ("users", "workers", "")[person % 3], person + 2) for person in range(130)]
    given = Assignment(("users", "workers"), np.array([(0, 1, -1)[person % 3] for person in range(120)]), 10)
    whole = find(Conversation.of(votes), groups=given, sectors=given)
    parts = find_in(log, groups=declared(log, lines), sectors=declared(log, lines))
    assert as_plain(parts) == as_plain(whole)
    assert as_plain(find(Conversation.of(votes), groups=given))["digest"] != as_plain(whole)["digest"]


def test_a_file_that_names_somebody_twice_is_refused_in_parts_too(folder: Path) -> None:
    log = read_parts([str(folder)], Here())
    with pytest.raises(BadInput, match="Line 3: The participant 7 is named twice"):
        declared(log, [("7", "users", 2), ("7", "workers", 3)])
    with pytest.raises(BadInput, match="nobody who voted"):
        declared(log, [("1000", "users", 2)])


def test_the_log_can_be_limited_to_some_statements() -> None:
    chosen = np.arange(40) % 2 == 0
    log = survey(split(MANY, [person % 3 for person in range(400)])).on(chosen)
    assert log.digest == MANY.on(chosen).digest()
    assert survey([MANY]).on(np.ones(40, bool)).digest == MANY.digest()
