"""Reading and writing the formats of Polis: the same sign, the same votes, and never a traceback."""

from __future__ import annotations

import csv
import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.assemblies.opinion_computing import Gathered
from causeway.domains.assemblies.opinion_computing_draw import draw
from causeway.domains.assemblies.polis_computing import archive_of, read_export
from causeway.domains.assemblies.polis_files import LARGEST_FILE, opened, packed, usual_name
from causeway.kernel.errors import Unreadable
from tests.domains.assemblies.opinions import camp, said

COMMENTS = b"""timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1658934589213,Wed Jul 27 22:09:49 WIB 2022,1,23,2,1,1,Keep the bus
1658934589214,Wed Jul 27 22:09:50 WIB 2022,2,23,1,0,0,"Open on Sundays, too"
1658934589215,Wed Jul 27 22:09:51 WIB 2022,3,23,1,0,-1,Somebody is a fool
"""
VOTES = b"""timestamp,datetime,comment-id,voter-id,vote
1,,1,7,1
2,,1,8,1
3,,1,8,-1
4,,2,7,1
5,,2,9,0
6,,3,9,1
"""
MATRIX = b"""participant,group-id,n-comments,n-votes,n-agree,n-disagree,1,2,3
7,0,0,2,2,0,1,1,
8,1,0,1,0,1,-1,,
9,,0,2,1,0,,0,1
"""


def test_the_last_vote_counts_and_what_was_rejected_is_left_out() -> None:
    found = read_export({"comments.csv": COMMENTS, "votes.csv": VOTES})
    assert found["statements"] == [[1, "Keep the bus"], [2, "Open on Sundays, too"]]
    assert found["voters"] == 3
    assert sorted(zip(*found["log"], strict=True)) == [(0, 1, 1), (0, 2, 1), (1, 1, -1), (2, 2, 0)]
    assert [remark.rsplit(": ", 1)[1] for remark in found["remarks"]] == ["1", "1"], "one changed, one rejected"


def test_the_table_of_participants_does_instead_of_the_log() -> None:
    by_log = read_export({"comments.csv": COMMENTS, "votes.csv": VOTES})
    by_table = read_export({"comments.csv": COMMENTS, "participants-votes.csv": MATRIX})
    assert by_table["log"] == by_log["log"]


def test_a_list_that_counts_otherwise_than_the_log_is_remarked_on() -> None:
    wrong = COMMENTS.replace(b",23,2,1,1,", b",23,5,1,1,")
    remarks = read_export({"comments.csv": wrong, "votes.csv": VOTES})["remarks"]
    assert any("5 / 1" in remark and "2 / 1" in remark for remark in remarks)


def test_what_is_given_out_reads_back_the_same_with_the_same_sign() -> None:
    gathered = said(camp(100, 25, -1) + camp(5000, 15, 1))
    drawn = draw(gathered, last=True)
    assert drawn is not None
    back = read_export(opened(archive_of(gathered, drawn.figures, with_votes=True)))
    numbers = sorted(set(gathered.participants))
    votes = [(numbers[voter], number, value) for voter, number, value in zip(*back["log"], strict=True)]
    given_in = zip(gathered.participants, gathered.statements, gathered.votes, strict=True)
    assert sorted(votes) == sorted(given_in)
    assert dict(back["statements"]) == gathered.texts
    assert back["remarks"] == []
    again = draw(Gathered(gathered.topic, gathered.texts, *zip(*votes, strict=True)), last=True)
    assert again == drawn, "anybody can draw the same map of the file"


def test_without_leave_no_vote_and_no_small_count_is_given_out() -> None:
    gathered = said([*camp(0, 25, -1), *camp(2000, 15, 1, seen=3)])
    drawn = draw(gathered, last=True)
    assert drawn is not None
    files = opened(archive_of(gathered, drawn.figures, with_votes=False))
    assert files.keys() == {"comments.csv", "summary.csv"}
    alone = said([(person, 1, 1) for person in range(25)] + [(0, 2, -1)])
    files = opened(archive_of(alone, draw(alone, last=True).figures, with_votes=False))  # type: ignore[union-attr]
    rows = list(csv.DictReader(io.StringIO(files["comments.csv"].decode())))
    assert [(one["agrees"], one["disagrees"]) for one in rows[:2]] == [("25", "0"), ("", "")]


def test_votes_of_fewer_than_twenty_people_are_not_given_out_even_with_leave() -> None:
    gathered = said(camp(0, 19, -1))
    drawn = draw(gathered, last=True)
    assert drawn is not None
    assert "votes.csv" not in opened(archive_of(gathered, drawn.figures, with_votes=True))


def test_a_statement_is_no_formula_in_a_spreadsheet_and_comes_back_as_it_was() -> None:
    gathered = said(camp(0, 30, 1))
    gathered.texts[1] = "=HYPERLINK(1)"  # type: ignore[index]
    drawn = draw(gathered, last=True)
    assert drawn is not None
    files = opened(archive_of(gathered, drawn.figures, with_votes=True))
    assert b"'=HYPERLINK" in files["comments.csv"]
    assert dict(read_export(files)["statements"])[1] == "=HYPERLINK(1)"


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("votes.csv", "votes.csv"),
        ("export/2024-01-02-0305-9xxwa-votes.csv", "votes.csv"),
        ("x-participant-votes.csv", "participants-votes.csv"),
        ("PARTICIPANTS-VOTES.CSV", "participants-votes.csv"),
        ("..\\..\\comments.csv", "comments.csv"),
        ("stats-history.csv", None),
    ],
)
def test_files_are_known_by_how_their_names_end(name: str, known: str | None) -> None:
    assert usual_name(name) == known


def test_a_zip_that_unpacks_to_too_much_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("votes.csv", b"\n" * (LARGEST_FILE + 1))
    with pytest.raises(Unreadable, match="larger than 30 MB"):
        opened(target.getvalue())


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04 nothing", b"votes"])
def test_what_is_no_zip_ends_in_a_sentence(content: bytes) -> None:
    with pytest.raises(Unreadable, match="no zip file"):
        opened(content)


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_spoilt_files_end_in_a_sentence_and_never_in_a_traceback(comments: bytes, votes: bytes) -> None:
    for files in ({"comments.csv": comments, "votes.csv": VOTES}, {"comments.csv": COMMENTS, "votes.csv": votes}):
        with suppress(Unreadable):
            read_export(opened(packed(list(files.items()))))


@given(st.data())
def test_one_spoilt_place_ends_in_a_sentence_or_in_votes(data: st.DataObject) -> None:
    files = {
        "comments.csv": bytearray(COMMENTS),
        "votes.csv": bytearray(VOTES),
        "participants-votes.csv": bytearray(MATRIX),
    }
    name = data.draw(st.sampled_from(sorted(files)))
    place = data.draw(st.integers(0, len(files[name]) - 1))
    files[name][place : place + 1] = data.draw(st.binary(max_size=3))
    chosen = {
        key: bytes(content) for key, content in files.items() if key != data.draw(st.sampled_from(["", "votes.csv"]))
    }
    with suppress(Unreadable):
        assert set(read_export(chosen)["log"][2]) <= {-1, 0, 1}


@pytest.mark.realdata
@pytest.mark.parametrize("name", ["15-per-hour-seattle", "london.youth.policing", "vtaiwan.uberx"])
def test_real_conversations_give_the_tallies_that_were_published(name: str, real_data: Path) -> None:
    folder = real_data / "opinion" / name
    files = opened(packed([(path.name, path.read_bytes()) for path in sorted(folder.glob("*.csv"))]))
    found = read_export(files)
    assert not [remark for remark in found["remarks"] if "by the list" in remark], "the log adds up to the list"
    published = {
        row["participant"]: row for row in csv.DictReader(io.StringIO(files["participants-votes.csv"].decode()))
    }
    taken = {str(number) for number, _text in found["statements"]}
    for value in (1, -1):
        here = sum(vote == value for vote in found["log"][2])
        there = sum(row[number] == str(value) for row in published.values() for number in taken if number in row)
        assert here == there
