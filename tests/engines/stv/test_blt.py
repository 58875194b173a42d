"""BLT files: what is read, and the sentence for what cannot be."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines import stv
from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream
from causeway.engines.stv.formats import write
from causeway.engines.stv.formats.blt import read_blt

GOOD = '3 2\n-3\n4 1 2 0\n2 3 0\n1 0\n0\n"Ann"\n"Ben"\n"Cat"\n"Club"\n'


def election(text: str | bytes, **more) -> stv.Election:
    return read_blt(Stream(io.BytesIO(text if isinstance(text, bytes) else text.encode())), **more)


def test_a_file_says_candidates_seats_withdrawn_papers_names_and_title() -> None:
    read = election(GOOD)
    assert (read.names, read.seats, read.withdrawn, read.title) == (("Ann", "Ben", "Cat"), 2, {2}, "Club")
    assert list(read.ballots.rankings()) == [(4, (1, 2)), (2, (3,))]
    assert read.ballots.empty == 1


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("\n", "\r\n"),
        GOOD.replace('"', ""),
        "﻿" + GOOD,
        GOOD.replace("4 1 2 0", "# a comment\n\n  4   1\t2 0  # four papers"),
        GOOD.replace("4 1 2 0", "3 1 2 0\n1 1 2 0"),
        GOOD.removesuffix("\n"),
        "# made by hand\n" + GOOD,
    ],
)
def test_line_ends_comments_spaces_and_quotes_may_differ(text: str) -> None:
    assert election(text).digest() == election(GOOD).digest()


def test_an_old_file_in_latin_1_keeps_its_names() -> None:
    assert election(GOOD.replace("Ann", "Zoë").encode("latin-1")).names[0] == "Zoë"


def test_seats_asked_for_replace_those_of_the_file() -> None:
    assert election(GOOD, seats=1).seats == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty"),
        ("three 2\n", "Line 1: “three” is not a whole number"),
        ("3\n", "Line 1: The first line must say"),
        ("0 1\n", "Line 1: There must be between 1 and 1,000 candidates, not 0"),
        ("9999999 1\n", "Line 1: There must be between 1 and 1,000 candidates, not 9,999,999"),
        ("3 0\n", "Line 1: There must be between 1 and 1,000 places"),
        (GOOD.replace("4 1 2 0", "4 1 4 0"), "Line 3: There is no candidate 4; there are 3"),
        (GOOD.replace("4 1 2 0", "4 1 1 0"), "Line 3: The ballot names candidate 1 twice"),
        (GOOD.replace("4 1 2 0", "4 1 2"), "Line 3: The ballot does not end in 0"),
        (GOOD.replace("4 1 2 0", "4 1=2 0"), "Line 3: “1=2” ranks candidates equally"),
        (GOOD.replace("4 1 2 0", "4 1 - 2 0"), "Line 3: “-” leaves a rank out"),
        (GOOD.replace("4 1 2 0", "4 1 x 0"), "Line 3: “x” is not a whole number"),
        (GOOD.replace("4 1 2 0", "1" + "0" * 30 + " 1 0"), "Line 3: The weight 1000"),
        (GOOD.replace("4 1 2 0", "1" + "0" * 25 + " 1 0"), "Line 3: The weight 1000"),
        (GOOD.replace("4 1 2 0", "0 1 0"), "Line 3: The weight 0 is not between"),
        (GOOD.replace("4 1 2 0", "900000000 1 0\n900000000 2 0"), "add up to more than 1,000,000,000 papers"),
        (GOOD.replace("4 1 2 0", "4 1 2 0\n-2"), "Line 4: Withdrawn candidates must stand before the first ballot"),
        (GOOD.replace("-3", "-4"), "Line 2: There is no candidate 4 to withdraw"),
        (GOOD.partition("\n0\n")[0] + "\n", "Line 6: The ballots do not end"),
        (GOOD.partition('"Ben"')[0], "Line 7: The file names 1 of its 3 candidates"),
        (GOOD.encode("utf-16"), "written in UTF-16; save it as UTF-8"),
        (b"\0" * 100, "holds zero bytes"),
        (GOOD.replace("4 1 2 0", "4 1 2 0 " + "9" * 3_000_000), "Line 3: The line is longer than 1,048,576"),
        ("1" * 3_000_000, "Line 1: The line is longer than"),
        (GOOD.replace('"Ann"', '"A\x07nn"'), "signs that cannot be shown"),
        (GOOD.replace('"Ann"', '""'), "Candidate 1 has no name"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str | bytes, sentence: str) -> None:
    with pytest.raises(BadInput) as caught:
        election(text)
    assert sentence in caught.value.sentence
    assert len(caught.value.sentence) < 250


@st.composite
def elections(draw) -> stv.Election:
    count = draw(st.one_of(st.integers(1, 9), st.sampled_from([15, 16, 63, 64, 120])))
    name = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=12)
    names = draw(st.lists(name, min_size=min(count, 9), max_size=min(count, 9)))
    rows = st.tuples(
        st.one_of(st.integers(1, 3), st.integers(1, 10**7)),
        st.lists(st.integers(1, count), unique=True, max_size=count),
    )
    return stv.Election.of(
        draw(st.lists(rows, max_size=12)),
        names=[*names, *(f"{names[0]} {n}" for n in range(9, count))],
        seats=draw(st.integers(1, 12)),
        withdrawn=draw(st.sets(st.integers(0, count - 1), max_size=2)),
        title=draw(st.one_of(st.just(""), name)),
    )


@settings(max_examples=60)
@given(elections())
def test_writing_and_reading_again_changes_nothing(one: stv.Election) -> None:
    again = election(write(one, "blt"))
    assert again.digest() == one.digest()
    assert (again.title, again.ballots.empty) == (one.title, one.ballots.empty)


@settings(max_examples=60)
@given(elections())
def test_whole_blocks_and_single_lines_are_read_alike(one: stv.Election) -> None:
    head, end, names = write(one, "blt").partition("\n0\n")
    wide = head.replace(" ", "  ")  # two spaces are right, but not plain
    assert election(wide + end + names).digest() == election(head + end + names).digest() == one.digest()
