"""Pabulib files: written and read again they are the same; hostile ones end in a sentence with the line."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.budgeting import Instance, instance, pabulib
from causeway.engines.budgeting.instance import VOTE_TYPES
from causeway.engines.exact import BadInput
from tests.engines.budgeting import twins

TEXT = st.text(st.characters(exclude_characters="\n\r\0", exclude_categories=("Cs",)), max_size=12)
SMALL = """META
key;value
description;Four in a hall
budget;1000
vote_type;approval
PROJECTS
project_id;cost;votes;name
a;600;2;"A bench; green"
b;400;1;Lamps
VOTES
voter_id;vote;age
1;a,b;30
2;a;41
"""


def read(text: str | bytes) -> Instance:
    return pabulib.read(io.BytesIO(text.encode() if isinstance(text, str) else text))


def test_a_small_file_is_read() -> None:
    vote = read(SMALL)
    assert [(project.id, project.cost_pence, project.name) for project in vote.projects] == [
        ("a", 60000, "A bench; green"),
        ("b", 40000, "Lamps"),
    ]
    assert (vote.budget_pence, vote.votes, vote.ballots.details) == (100000, [2, 1], {"age": ("30", "41")})
    assert pabulib.remarks(vote) == []


@st.composite
def described(draw: st.DrawFn) -> Instance:
    vote = draw(twins.votes(kinds=tuple(sorted(VOTE_TYPES - {"ordinal"}))))
    ids = draw(
        st.lists(
            TEXT.map(str.strip).filter(lambda text: text and "," not in text and text.upper() not in pabulib.SECTIONS),
            min_size=len(vote.projects),
            max_size=len(vote.projects),
            unique=True,
        )
    )
    columns = st.fixed_dictionaries({"category": TEXT, "subunit": TEXT})
    projects = tuple(
        replace(project, id=name, name=draw(TEXT), section=draw(TEXT), details=draw(columns))
        for project, name in zip(vote.projects, ids, strict=True)
    )
    approves = vote.vote_type in {"approval", "choose-1"}
    points = np.ones_like(vote.ballots.points) if approves else vote.ballots.points
    ballots = replace(
        vote.ballots,
        points=points,
        names=tuple(draw(TEXT) for _ in range(len(vote.ballots))),
        details={"age": tuple(draw(TEXT) for _ in range(len(vote.ballots)))},
    )
    meta = {"description": draw(TEXT.map(str.strip)), "budget": "0", "vote_type": ""}
    return replace(vote, projects=projects, ballots=ballots, meta=meta)


@given(vote=described())
@settings(max_examples=80)
def test_what_is_written_is_read_again(vote: Instance) -> None:
    again = read(pabulib.text(vote))
    assert again.projects == vote.projects
    assert (again.budget_pence, again.vote_type, again.conflicts) == (
        vote.budget_pence,
        vote.vote_type,
        frozenset((min(pair), max(pair)) for pair in vote.conflicts),
    )
    assert again.meta["description"] == vote.meta["description"]
    for column in ("start", "project", "points", "weight"):
        assert (getattr(again.ballots, column) == getattr(vote.ballots, column)).all()
    assert (again.ballots.names, again.ballots.details) == (vote.ballots.names, vote.ballots.details)


def test_ranks_become_points_and_ranks_again() -> None:
    text = SMALL.replace("approval", "ordinal").replace("1;a,b;30", "1;b,a;30")
    vote = read(text)
    assert vote.scores == [1 + 1, 2]
    assert read(pabulib.text(vote)).scores == vote.scores
    assert "b,a" in pabulib.text(vote)


WRONG = {
    "no meta": ("key;value\n", "Line 1: A Pabulib file begins with the line META."),
    "empty": ("", "The file ends before its section META."),
    "order": ("META\nVOTES\n", "Line 2: The section VOTES stands before PROJECTS."),
    "cut short": (SMALL.split("VOTES\n", maxsplit=1)[0], "The file ends before its section VOTES."),
    "huge budget": (SMALL.replace("1000", "1" + 30 * "0"), "Line 4: The budget must lie between 0 and 10000000000000."),
    "endless number": (SMALL.replace("600", "9" * 5000), f"Line 8: “{40 * '9'}” is not a number."),
    "not a number": (SMALL.replace("600", "1e9"), "Line 8: “1e9” is not a number."),
    "no cost": (SMALL.replace("600", "0"), "Line 8: The cost of project a is nothing."),
    "negative": (SMALL.replace("600", "-600"), "Line 8: The cost must lie between 0 and 10000000000000."),
    "third of a penny": (SMALL.replace("600", "6.333"), "Line 8: “6.333” has more than 2 decimal places."),
    "twice": (SMALL.replace("b;400", "a;400"), "Line 9: Project a is listed twice."),
    "unknown project": (SMALL.replace("2;a;41", "2;c;41"), "Line 13: There is no project “c”."),
    "named twice": (SMALL.replace("2;a;41", "2;a,a;41"), "Line 13: The ballot names a project twice."),
    "a field too many": (SMALL.replace("2;a;41", "2;a;41;x"), "Line 13: It has 4 fields, but there are 3 columns."),
    "open quote": (SMALL.replace('green"', "green"), "Line 8: It has 5 fields, but there are 4 columns."),
    "no column": (SMALL.replace("voter_id;vote;", "voter_id;age;"), "Line 11: The columns of VOTES lack “vote”."),
    "same column": (SMALL.replace("vote;age", "vote;vote"), "Line 11: Two columns have the same name."),
    "no vote type": (SMALL.replace("vote_type;approval\n", ""), "Line 6: META ended without “vote_type”."),
    "kind": (
        SMALL.replace("approval", "shouting"),
        "Line 5: “shouting” is not a kind of ballot: approval, choose-1, cumulative, ordinal, scoring.",
    ),
    "key twice": (SMALL.replace("PROJECTS", "budget;5\nPROJECTS"), "Line 6: “budget” is given twice."),
    "latin 1": (SMALL.encode().replace(b"Lamps", b"Caf\xe9"), "Line 9: It is not text in UTF-8."),
    "zero byte": (SMALL.replace("Lamps", "La\0mps"), "Line 9: It has a zero byte, which no text has."),
    "utf 16": (SMALL.encode("utf-16"), "Line 1: It is not text in UTF-8."),
    "points": (
        SMALL.replace("approval", "scoring").replace("vote;age", "vote;points").replace("a,b;30", "a,b;3"),
        "Line 12: The ballot names 2 projects but gives points to 1.",
    ),
    "too many points": (
        SMALL.replace("approval", "scoring").replace("vote;age", "vote;points").replace("a,b;30", "a,b;3,9999999"),
        "Line 12: Points must lie between -1000000 and 1000000.",
    ),
    "heavy": (
        SMALL.replace("vote;age", "vote;weight").replace("a;41", "a;" + "1" + "0" * 30),
        "Line 13: A weight must lie between 1 and 1000000000.",
    ),
    "own rival": (
        SMALL.replace("name\n", "name;conflicts\n").replace('green"', 'green";a').replace("Lamps", "Lamps;"),
        "Line 8: A conflict names “a”, which is no other project.",
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_file_is_refused_with_its_line_and_reason(wrong: str) -> None:
    text, sentence = WRONG[wrong]
    with pytest.raises(BadInput) as refused:
        read(text)
    assert refused.value.sentence == sentence


class Endless(io.RawIOBase):
    """A stream of one line that never ends; it counts what was taken from it."""

    taken = 0

    def readline(self, size: int | None = -1, /) -> bytes:
        assert size is not None
        assert size > 0, "a line must not be read without a limit"
        self.taken += size
        return b"x" * size

    def __iter__(self) -> Iterator[bytes]:
        raise AssertionError("lines must be read with a limit")


def test_a_line_without_end_is_refused_after_a_megabyte() -> None:
    stream = Endless()
    with pytest.raises(BadInput, match="Line 1: It is longer than 1048576 bytes"):
        pabulib.read(stream)  # type: ignore[arg-type]
    assert stream.taken < 2 * pabulib.MOST_LINE_BYTES


@given(noise=st.binary(max_size=300))
@settings(max_examples=100)
def test_noise_ends_in_a_sentence(noise: bytes) -> None:
    with pytest.raises(BadInput):
        read(noise)


@given(place=st.integers(0, len(SMALL) - 1), noise=st.text(max_size=3))
@settings(max_examples=200)
def test_a_damaged_file_is_read_or_ends_in_a_sentence(place: int, noise: str) -> None:
    with suppress(BadInput):
        read((SMALL[:place] + noise + SMALL[place + 1 :]).encode("utf-8", "replace"))


def test_a_text_with_a_line_break_is_not_written() -> None:
    vote = instance({"a\nb": 100}, [["a\nb"]], budget_pence=100)
    with pytest.raises(BadInput, match="line break"):
        pabulib.text(vote)


def test_a_file_that_contradicts_its_ballots_is_remarked_on() -> None:
    vote = read(SMALL.replace("a;600;2", "a;600;7").replace("budget;", "num_votes;3\nbudget;"))
    assert pabulib.remarks(vote) == [
        "The file says num_votes 3, but there are 2.",
        "The file says votes 7 for project a, but its ballots say 2.",
    ]


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read: No such file"):
        pabulib.read(tmp_path / "nowhere.pb")


def test_whoever_waits_for_a_large_file_hears_how_far_it_got(tmp_path: Path) -> None:
    place, said = tmp_path / "large.pb", list[str]()
    ballots = "".join(f"{number};a\n" for number in range(20_000))
    head = "META\nkey;value\nbudget;5\nvote_type;approval\nPROJECTS\nproject_id;cost\na;5\n"
    place.write_text(f"{head}VOTES\nvoter_id;vote\n{ballots}")
    assert pabulib.read(place, progress=said.append).ballots.voters == 20_000
    assert said == ["read 10,000 lines", "read 20,000 lines"]
