"""Group-informed consensus, bridging and what divides."""

from __future__ import annotations

import csv
from fractions import Fraction
from math import prod
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given

from causeway.engines.opinion.consensus import bridges, common, divides
from causeway.engines.opinion.tallies import Tallies
from tests.engines.opinion.published import PUBLISHED, published_tallies
from tests.engines.opinion.test_representative import ROWS, tallies_of

CONVERSATIONS = ["15-per-hour-seattle", "london.youth.policing", "scoop-hivemind.biodiversity", "vtaiwan.uberx"]


def test_consensus_equals_what_polis_published() -> None:
    assert common(published_tallies()).consensus.value == pytest.approx(PUBLISHED["consensus"], rel=1e-14)


def from_matrix(file: Path) -> tuple[list[str], Tallies]:
    """The published groups' tallies, read from the published matrix cell by cell."""
    with file.open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    ids = [name for name in rows[0] if name.isdigit()]
    groups = sorted({row["group-id"] for row in rows} - {""})
    counts = np.zeros((3, len(groups), len(ids)), np.int64)
    for row in rows:
        if row["group-id"]:
            group = groups.index(row["group-id"])
            for place, one in enumerate(ids):
                if row[one]:
                    counts[:, group, place] += row[one] == "1", row[one] == "-1", 1
    return ids, Tallies(*counts)


@pytest.mark.realdata
@pytest.mark.parametrize("name", CONVERSATIONS)
def test_with_the_published_groups_every_consensus_is_the_product_in_exact_fractions(
    name: str, real_data: Path
) -> None:
    ids, tallies = from_matrix(real_data / "opinion" / name / "participants-votes.csv")
    figures = common(tallies)
    for place in range(len(ids)):
        for part, figure in ((tallies.agrees, figures.consensus), (tallies.disagrees, figures.consensus_against)):
            cells = zip(part[:, place].tolist(), tallies.seen[:, place].tolist(), strict=True)
            exact = prod((Fraction(votes + 1, seen + 2) for votes, seen in cells), start=Fraction(1))
            assert figure.value[place] == pytest.approx(float(exact), rel=1e-15)


@given(ROWS)
def test_agreeing_and_disagreeing_change_places_when_every_vote_is_turned(
    rows: list[list[tuple[int, int, int]]],
) -> None:
    straight = common(tallies_of(rows))
    turned = common(tallies_of([[(no, yes, passed) for yes, no, passed in row] for row in rows]))
    assert straight.consensus.value == pytest.approx(turned.consensus_against.value)
    assert straight.bridging.low == pytest.approx(turned.bridging_against.low)
    assert (straight.enough == turned.enough).all()


@given(ROWS)
def test_bridging_is_never_above_the_share_of_any_group(rows: list[list[tuple[int, int, int]]]) -> None:
    tallies = tallies_of(rows)
    assert (common(tallies).bridging.low <= (tallies.agrees + 1) / (tallies.seen + 2)).all()


def test_what_all_groups_agree_on_bridges_and_what_two_differ_on_divides() -> None:
    both_for, both_against, split, few = (30, 2, 1), (1, 40, 0), (30, 0, 0), (3, 0, 0)
    figures = common(tallies_of([[both_for, both_against, split, few], [both_for, both_against, (0, 30, 0), few]]))
    assert bridges(figures) == [(1, False), (0, True)]
    assert divides(figures) == [2]
    assert (figures.most[2], figures.fewest[2]) == (0, 1)


def test_where_a_group_has_hardly_voted_nothing_is_said() -> None:
    figures = common(tallies_of([[(90, 0, 0), (90, 0, 0)], [(2, 0, 0), (20, 0, 0)]]))
    assert figures.enough.tolist() == [False, True]
    assert bridges(figures) == [(1, True)]
