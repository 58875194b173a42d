"""Real Polis conversations: what was published comes out again."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np
import pytest

from causeway.engines.opinion import (
    Conversation,
    Settings,
    adjusted_rand,
    analyse,
    contingency,
    formats,
    gather,
    moments,
    tally,
)
from causeway.engines.opinion.components import components
from tests.engines.opinion.twins import imputed

NAMES = ("15-per-hour-seattle", "london.youth.policing", "scoop-hivemind.biodiversity", "vtaiwan.uberx")
AGREEMENT = {
    "15-per-hour-seattle": 0.94,
    "london.youth.policing": 0.17,
    "scoop-hivemind.biodiversity": 0.91,
    "vtaiwan.uberx": 0.71,
}

pytestmark = pytest.mark.realdata


@pytest.fixture(params=NAMES)
def conversation(request: pytest.FixtureRequest, real_data: Path) -> Conversation:
    return formats.read(real_data / "opinion" / request.param)


@pytest.mark.parametrize("name", NAMES)
def test_the_last_votes_are_the_published_matrix(name: str, real_data: Path) -> None:
    votes = formats.read(real_data / "opinion" / name).votes
    statements = [str(label) for label in votes.statements.tolist()]
    with (real_data / "opinion" / name / "participants-votes.csv").open(encoding="utf-8") as file:
        published = {int(row["participant"]): row for row in csv.DictReader(file)}
    differing = 0
    for place, participant in enumerate(votes.participants.tolist()):
        cut = slice(votes.starts[place], votes.starts[place + 1])
        ours = {statements[c]: str(v) for c, v in zip(votes.columns[cut], votes.values[cut], strict=True)}
        theirs = {one: cell for one in statements if (cell := published[participant].get(one))}
        differing += len(set(ours.items()) ^ set(theirs.items()))
    assert differing == 0


def test_components_are_those_of_a_dense_decomposition(conversation: Conversation) -> None:
    for policy in ("open", "strict", "everything"):
        votes = conversation.limited_to(policy).votes
        found = components(moments(votes))
        directions = np.linalg.svd(imputed(votes), full_matrices=False)[2]
        assert (np.abs((directions[:2] * found.loadings).sum(axis=1)) > 0.9999).all()


def test_our_groups_are_the_same_for_any_order_of_the_log(conversation: Conversation) -> None:
    votes = conversation.votes
    order = np.random.default_rng(1).permutation(len(votes))
    people, statements = votes.participants[votes.rows()], votes.statements[votes.columns]
    again = gather(people[order], statements[order], votes.values[order], all_statements=votes.statements)
    first, second = analyse(votes), analyse(again)
    assert np.array_equal(first.groups, second.groups)
    assert np.array_equal(first.coordinates, second.coordinates)
    assert first.digest == second.digest


@pytest.mark.parametrize("name", NAMES)
def test_our_groups_agree_with_the_published_ones_as_far_as_is_written_down(
    name: str, real_data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Polis' own groups depend on the history of its worker, so no method finds them all again."""
    conversation = formats.read(real_data / "opinion" / name)
    assert conversation.published is not None
    shown = conversation.limited_to("open")
    index = {
        blanks: adjusted_rand(contingency(analyse(shown.votes, Settings(blanks=blanks)).groups, conversation.published))
        for blanks in (shown.blanks, 0)
    }
    with capsys.disabled():
        sys.stdout.write(f"\n{name}: adjusted Rand index {index[shown.blanks]:.3f} ({index[0]:.3f} without blanks)\n")
    assert index[shown.blanks] > AGREEMENT[name]


def test_counts_by_published_group_are_those_of_counting_one_by_one(conversation: Conversation) -> None:
    votes, published = conversation.votes, conversation.published
    assert published is not None
    counts = tally(votes, published)
    agrees, seen = np.zeros(counts.agrees.shape), np.zeros(counts.seen.shape)
    for row, column, value in zip(votes.rows(), votes.columns, votes.values, strict=True):
        if published[row] >= 0:
            seen[published[row], column] += 1
            agrees[published[row], column] += value == 1
    assert np.array_equal(counts.agrees, agrees)
    assert np.array_equal(counts.seen, seen)
    assert np.array_equal(counts.total.seen[0], counts.seen.sum(axis=0))


def test_a_conversation_survives_a_round_trip(conversation: Conversation, tmp_path: Path) -> None:
    formats.write_polis(conversation, tmp_path / "again")
    again = formats.read(tmp_path / "again")
    assert again.votes.digest() == conversation.votes.digest()
    assert again.statements == conversation.statements
    assert np.array_equal(again.published, conversation.published)
    assert again.summary == conversation.summary
    formats.write_parquet(conversation.votes, tmp_path / "votes.parquet")
    voted = np.bincount(conversation.votes.columns, minlength=len(conversation.statements)) > 0
    assert formats.read(tmp_path / "votes.parquet").votes.digest() == conversation.votes.on(voted).digest()
