"""PrefLib, ABIF and CSV: what is read, what is written, and the sentence for what cannot be."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines import stv
from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream
from causeway.engines.stv.formats import READERS, WRITERS, read, write

NAMES = ["Ann", "Ben O'Neill", "Cat"]
PREFLIB = """# FILE NAME: x.soi
# TITLE: Club
# DATA TYPE: toc
# NUMBER ALTERNATIVES: 3
# ALTERNATIVE NAME 1: Ann
# ALTERNATIVE NAME 2: Ben O'Neill
# ALTERNATIVE NAME 3: Cat
4: 1,2
2: 3,{1,2}
"""
ABIF = """# a comment
{"title": "Club"}
{"seats": 2}
=A:[Ann]
=B:[Ben O'Neill]
=C:[Cat]
3:A>B   # three papers
1 : A > B
2:[C]
"""
RANKS = "weight,Ann,Ben O'Neill,Cat\n4,1,2,\n2,,,1\n"
CHOICES = "choice 1,choice 2,count\nAnn,Ben O'Neill,4\nCat,,2\n"


def parsed(text: str | bytes, ending: str, seats: int | None = None) -> stv.Election:
    return READERS[ending](Stream(io.BytesIO(text if isinstance(text, bytes) else text.encode())), seats=seats)


@pytest.mark.parametrize(
    ("text", "ending"), [(PREFLIB, "soi"), (ABIF, "abif"), (RANKS, "csv"), (CHOICES, "csv")], ids=str
)
def test_every_format_says_the_same_election(text: str, ending: str) -> None:
    one = parsed(text, ending, seats=2)
    assert list(one.names) == NAMES
    assert list(one.ballots.rankings()) == [(4, (1, 2)), (2, (3,))]
    assert one.digest() == stv.Election.of([(4, [1, 2]), (2, [3])], names=NAMES, seats=2).digest()


@pytest.mark.parametrize(
    ("text", "ending", "sentence"),
    [
        (PREFLIB.replace("3,{1,2}", "{1,3}"), "soi", "Line 9: The line ranks candidates equally"),
        (PREFLIB.replace("3,{1,2}", "{1,2},3"), "soi", "Line 9: The line ranks candidates equally"),
        (PREFLIB.replace("4: 1,2", "4: 1,5"), "soi", "Line 8: There is no candidate 5"),
        (PREFLIB.replace("4: 1,2", "4: 1,x"), "soi", "Line 8: “x” is not a candidate's number"),
        (PREFLIB.replace("4: 1,2", "4 1,2"), "soi", "Line 8: The line is not “count:"),
        (PREFLIB.replace("4: 1,2", f"1{'0' * 29}: 1"), "soi", "Line 8: The count 1000"),
        (PREFLIB.replace("# NUMBER ALTERNATIVES: 3", ""), "soi", "The head must say"),
        (PREFLIB.replace("# ALTERNATIVE NAME 2: Ben O'Neill\n", ""), "soi", "does not name alternative 2"),
        (ABIF.replace("3:A>B", "3:A=B"), "abif", "Line 7: The line ranks candidates equally"),
        (ABIF.replace("3:A>B", "3:A/5,B/2"), "abif", "Line 7: The line gives scores"),
        (ABIF.replace("3:A>B", "3:A>"), "abif", "Line 7: The ballot ends in “>”"),
        (ABIF.replace("3:A>B", "3:A>A"), "abif", "Line 7: The ballot names candidate 1 twice"),
        (ABIF.replace("3:A>B", "3;A>B"), "abif", "Line 7: The line is not “count:"),
        (ABIF.replace("3:A>B", "3:A>!"), "abif", "Line 7: “!” is not a candidate's name"),
        (ABIF.replace('{"seats": 2}', '{"seats": '), "abif", "Line 3: The line in braces"),
        ('{"a":' * 100_000, "abif", "Line 1: The line in braces"),
        ('{"title": ["x"]}\n1:A\n', "abif", "The title must be a text"),
        ("=A:[B]\n=B:[A]\n1:A\n", "abif", "Line 2: “B” is declared twice, as a code or as somebody's full name"),
        ("=B:[Ben]\n=A:[B]\n1:A\n", "abif", "Line 2: “B” is one candidate's code and another's full name"),
        ("=A:[Ann]\n=B:[Ann]\n1:[Ann]\n", "abif", "Line 3: “Ann” is the name of two candidates; write their codes"),
        ("".join(f"1:{n}\n" for n in range(1001)), "abif", "Line 1001: There are more than 1,000 candidates"),
        (f"1{'0' * 30}:A\n", "abif", "Line 1: The count 1000"),
        ("0:A\n", "abif", "Line 1: The count 0 is not between"),
        ("1,1,2\nAnn,,Ben\n", "csv", "Line 1: Two columns have the same head"),
        ("5 4: 1,2\n".join(PREFLIB.split("4: 1,2\n")), "soi", "Line 8: The line is not “count:"),
        ("4: 1:2\n".join(PREFLIB.split("4: 1,2\n")), "soi", "Line 8: “1:2” is not a candidate's number"),
        (RANKS.replace("4,1,2,", "4,1,1,"), "csv", "Line 2: The row gives the rank 1 twice"),
        (RANKS.replace("4,1,2,", "4,1,3,"), "csv", "Line 2: The row leaves a rank out"),
        (RANKS.replace("4,1,2,", "4,1,9,"), "csv", "Line 2: The rank “9”"),
        (RANKS.replace("4,1,2,", "-4,1,2,"), "csv", "Line 2: The weight “-4”"),
        (RANKS.replace("4,1,2,", "1e30,1,2,"), "csv", "Line 2: The weight “1e30”"),
        (RANKS.replace("4,1,2,", "9" * 5000 + ",1,2,"), "csv", "Line 2: The weight “9999"),
        (RANKS.replace("4,1,2,", "4,1,2"), "csv", "Line 2: The row has 3 cells where the head has 4"),
        (RANKS.replace("Cat", "Ann"), "csv", "Line 1: Two columns have the same head"),
        (CHOICES.replace("Cat,,2", ",Cat,2"), "csv", "Line 3: The row leaves a choice out"),
        (CHOICES.replace("Cat,,2", "Cat,Cat,2"), "csv", "Line 3: The row names a candidate twice"),
        ('a,b\n"1,2\n', "csv", "is not right CSV"),
        ("", "csv", "The file is empty"),
        (RANKS.encode("utf-16"), "csv", "written in UTF-16"),
        ("weight,A\n" + "1" * 3_000_000, "csv", "Line 2: The line is longer"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str, ending: str, sentence: str) -> None:
    with pytest.raises(BadInput) as caught:
        parsed(text, ending, seats=2)
    assert sentence in caught.value.sentence
    assert len(caught.value.sentence) < 250


@pytest.mark.parametrize(
    "line", ["5:" + "[" * 500_000, "5:" + "[a" * 400_000 + "#", "=" + "[" * 500_000, "5:" + "A>" * 500_000]
)
def test_a_long_line_made_to_be_slow_is_refused_at_once(line: str) -> None:
    """Each of these took from fifteen seconds to a minute, until no pattern looked at a sign twice."""
    with pytest.raises(BadInput, match="Line 1: "):
        parsed(line, "abif", seats=1)
    with pytest.raises(BadInput, match="The head must say"):
        parsed("# A" + " " * 900_000 + "\n", "soi", seats=1)


def test_a_full_name_may_stand_for_its_code() -> None:
    one = parsed("=A:[Ann Archer]\n2:A>B\n3:[Ann Archer]>B\n", "abif", seats=1)
    assert one.names == ("Ann Archer", "B")
    assert list(one.ballots.rankings()) == [(5, (1, 2))]


@pytest.mark.parametrize("sign", [";", "\t"])
def test_cells_may_stand_apart_by_semicolons_or_tabs(sign: str) -> None:
    one = parsed(RANKS.replace(",", sign), "csv", seats=2)
    assert one.digest() == parsed(RANKS, "csv", seats=2).digest()


def test_line_ends_of_old_machines_and_signs_of_windows_are_read() -> None:
    assert parsed(RANKS.replace("\n", "\r"), "csv", seats=2).digest() == parsed(RANKS, "csv", seats=2).digest()
    assert parsed(RANKS.replace("O'", "O’").encode("cp1252"), "csv", seats=2).names[1] == "Ben O’Neill"


@pytest.mark.parametrize(
    ("text", "ending"), [(PREFLIB, "soi"), (RANKS, "csv"), (ABIF.replace('{"seats": 2}', ""), "abif")]
)
def test_a_format_without_places_asks_for_them(text: str, ending: str) -> None:
    with pytest.raises(BadInput, match="say it with --seats"):
        parsed(text, ending)


def test_an_unknown_ending_and_a_missing_file_are_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=r"“votes\.xlsx” ends in none of \.blt"):
        read(tmp_path / "votes.xlsx")
    with pytest.raises(BadInput, match=r"“none\.blt” cannot be read: No such file"):
        read(tmp_path / "none.blt")
    (tmp_path / "folder.blt").mkdir()
    with pytest.raises(BadInput, match="cannot be read: Is a directory"):
        read(tmp_path / "folder.blt")


@st.composite
def elections(draw, *, withdrawn: bool) -> stv.Election:
    count = draw(st.integers(2, 7))
    name = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=9)
    names = draw(st.lists(name, min_size=count, max_size=count, unique=True))
    least = 0 if withdrawn else 1
    row = st.tuples(st.integers(1, 10**6), st.lists(st.integers(1, count), unique=True, min_size=least, max_size=count))
    return stv.Election.of(
        draw(st.lists(row, min_size=1, max_size=9)),
        names=[f"{text}." for text in names],
        seats=draw(st.integers(1, 5)),
        withdrawn=draw(st.sets(st.integers(0, count - 1), max_size=1)) if withdrawn else (),
        title=draw(st.one_of(st.just(""), name)),
    )


@pytest.mark.parametrize("ending", sorted(WRITERS))
@settings(max_examples=50)
@given(data=st.data())
def test_writing_and_reading_again_changes_nothing(ending: str, data: st.DataObject) -> None:
    one = data.draw(elections(withdrawn=ending in {"blt", "abif"}))
    again = parsed(write(one, ending), ending, seats=one.seats)
    assert again.digest() == one.digest()
    assert again.title == ("" if ending == "csv" else one.title)


SLOWLY = {
    "soi": lambda text: text.replace(",", " , "),
    "abif": lambda text: text.replace(">", " > "),
    "csv": lambda text: text.replace(",", " ,"),
}


@pytest.mark.parametrize("ending", sorted(SLOWLY))
@settings(max_examples=50)
@given(data=st.data(), times=st.integers(1, 3))
def test_whole_blocks_and_single_lines_are_read_alike(ending: str, data: st.DataObject, times: int) -> None:
    """Spaces where a plain file has none send every line the slow way; lines that stand again count again."""
    one = data.draw(elections(withdrawn=False))
    plain = stv.Election(names=tuple(f"C{n}" for n, _ in enumerate(one.names)), seats=one.seats, ballots=one.ballots)
    head, ballots = _halves(write(plain, ending))
    fast = parsed(head + ballots * times, ending, seats=one.seats)
    slow = parsed(head + SLOWLY[ending](ballots) * times, ending, seats=one.seats)
    assert slow.digest() == fast.digest()
    assert fast.ballots.papers == plain.ballots.papers * times


def _halves(text: str) -> tuple[str, str]:
    """What stands before the first ballot, and the ballots."""
    lines = text.splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if line[0].isdigit())
    return "".join(lines[:first]), "".join(lines[first:])


@pytest.mark.parametrize("ending", ["abif", "csv"])
def test_the_line_of_a_fault_is_right_after_lines_that_are_the_same(ending: str) -> None:
    text, bad = ("2:A>B\n", "2:A>A\n") if ending == "abif" else ("1,2\n", "1,1\n")
    head = "" if ending == "abif" else "A,B\n"
    with pytest.raises(BadInput, match=f"Line {100_000 + 1 + bool(head)}: "):
        parsed(head + text * 100_000 + bad + text * 3, ending, seats=1)


@pytest.mark.parametrize("ending", ["soi", "csv"])
def test_what_a_format_cannot_say_is_refused_and_not_dropped(ending: str) -> None:
    one = stv.Election.of([(1, [1])], names=["Ann", "Ben"], seats=1, withdrawn=[1])
    with pytest.raises(BadInput, match="write BLT instead"):
        write(one, ending)
