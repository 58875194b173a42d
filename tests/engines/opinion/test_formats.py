"""Files of votes: both readers mean the same, and what is wrong is named by its line."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from causeway.engines.exact import BadInput
from causeway.engines.opinion import Conversation, Statement, formats, gather
from causeway.engines.opinion.formats import tables, votes_csv
from causeway.engines.opinion.votes import Votes
from tests.engines.opinion.twins import cells_of

HEAD = "participant,statement,vote"


def written(folder: Path, text: str | bytes, name: str = "votes.csv") -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(-1, 1), st.integers(0, 5)), min_size=1),
    st.booleans(),
)
@settings(max_examples=60)
def test_the_fast_reader_and_the_careful_one_read_the_same(
    tmp_path_factory: pytest.TempPathFactory, log: list[tuple[int, int, int, int]], windows: bool
) -> None:
    end = "\r\n" if windows else "\n"
    lines = [f"{time},x,{what},{who},{vote}" for who, what, vote, time in log]
    path = written(
        tmp_path_factory.mktemp("log"), end.join(["timestamp,datetime,comment-id,voter-id,vote", *lines]) + end
    )
    fast = votes_csv._read_fast(path, None)
    assert fast is not None
    careful = votes_csv._read_carefully(path, None)
    first, second = fast.votes(), careful.votes()
    assert first.digest() == second.digest()
    assert np.array_equal(first.values, second.values)


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}\nAnn,s1,1\nBen,s1,-1\n",
        f'{HEAD}\n"Ann","s1",1\n"Ben", s1 ,-1\n',
        f"\ufeff{HEAD}\r\nAnn,s1,1\r\nBen,s1,-1",
        "Voter ID,Comment_ID,VOTE,note\nAnn,s1,1,\nBen,s1,-1,hello\n",
        f"{HEAD}\n\nAnn,s1,0\nBen,s1,-1\nAnn,s1,1\n\n",
    ],
)
def test_text_labels_quotes_marks_and_other_names_are_read(text: str, tmp_path: Path) -> None:
    assert cells_of(formats.read(written(tmp_path, text)).votes) == {("Ann", "s1"): 1, ("Ben", "s1"): -1}


def test_a_person_of_another_alphabet_may_vote_in_an_old_encoding(tmp_path: Path) -> None:
    path = written(tmp_path, f"{HEAD}\nZoë,s,1\n".encode("latin-1"))
    assert cells_of(formats.read(path).votes) == {("Zoë", "s"): 1}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The file is empty."),
        (HEAD, "There are no votes in the file."),
        ("a,b\n1,2\n", "Line 1: There is no column for the participant; it may be called voter-id or"),
        ("participant,voter,statement,vote\n", "Line 1: Two columns could be the participant: participant and voter."),
        (f"{HEAD}\n1,1,1\n1,2,2\n", "Line 3: The vote “2” is none of 1 (agree), 0 (pass) and -1 (disagree)."),
        (f"{HEAD}\n1,1,1\n1,2,\n", "Line 3: The vote “” is none of"),
        (f"{HEAD}\n1,1,1\n\n,2,1\n", "Line 4: The participant is missing."),
        (f"{HEAD}\n1,1,1\n1,2\n", "Line 3: The row has 2 cells; the head has 3."),
        (f"{HEAD}\n1,{'9' * 65},1\n", "Line 2: The statement is not a word of up to 64 characters."),
        (f"{HEAD}\n1,a\x07b,1\n", "Line 2: The statement is not a word"),
        (f'{HEAD}\n1,"a"b,1\n', "Line 2: The row is not right CSV"),
        (f'{HEAD}\n1,"a,1\n', "Line 2: The row is not right CSV (unexpected end of data)."),
        (f"{HEAD},time\n1,1,1,noon\n", "Line 2: The time “noon” is not a whole number."),
        (f"{HEAD},time\n1,1,1,{'9' * 400}\n", "Line 2: The time “9999"),
        (f"{HEAD}\n{'1' * 2_000_000}", "Line 2: The line is longer than"),
        (f"{HEAD}\n1,1,\0\n", "The file holds zero bytes"),
        (f"{HEAD}\n1,1,1\n".encode("utf-16"), "The file is written in UTF-16"),
        ("," * 20_200 + "\n", "Line 1: The row has 20,201 columns"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(text: str | bytes, sentence: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as error:
        formats.read(written(tmp_path, text))
    assert str(error.value).startswith(sentence)


def test_a_wrong_vote_far_down_is_found_by_its_line(tmp_path: Path) -> None:
    lines = [f"{number % 1000},{number % 7},1" for number in range(50_000)]
    lines[43_210] = "17,3,yes"
    with pytest.raises(BadInput, match="Line 43212: The vote “yes”"):
        formats.read(written(tmp_path, "\n".join([HEAD, *lines])))


def test_too_many_statements_or_votes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "\n".join(f"1,{number},1" for number in range(tables.MOST_STATEMENTS + 1))
    with pytest.raises(BadInput, match="more than 20,000 statements"):
        formats.read(written(tmp_path, f"{HEAD}\n{lines}\n"))
    monkeypatch.setattr("causeway.engines.opinion.formats.collecting.MOST_VOTES", 10)
    with pytest.raises(BadInput, match="more than 10 votes"):
        formats.read(written(tmp_path, f"{HEAD}\n{lines}\n"))


def test_what_is_no_file_of_ours_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="ends in neither"):
        formats.read(written(tmp_path, "x", "votes.xlsx"))
    with pytest.raises(BadInput, match="cannot be read: No such file"):
        formats.read(tmp_path / "nothing.csv")
    with pytest.raises(BadInput, match="There is no “votes"):
        formats.read(tmp_path)


def _votes() -> Votes:
    return gather(["Ann", "Ann", "Ben", "Cat"], ["s1", "s2", "s1", "s3"], [1, 0, -1, 1])


def test_votes_survive_every_format(tmp_path: Path) -> None:
    votes = _votes()
    text = StringIO()
    formats.write_votes(votes, text)
    assert formats.read(written(tmp_path, text.getvalue())).votes.digest() == votes.digest()
    formats.write_parquet(votes, tmp_path / "votes.parquet")
    assert formats.read(tmp_path / "votes.parquet").votes.digest() == votes.digest()
    numbers = gather([10, 9], [1, 2], [1, -1])
    formats.write_parquet(numbers, tmp_path / "numbers.parquet")
    assert formats.read(tmp_path / "numbers.parquet").votes.digest() == numbers.digest()


def test_a_folder_keeps_texts_moderation_groups_and_summary(tmp_path: Path) -> None:
    statements = (
        Statement("s1", "Keep the library,\nall of it", 1, "Ann", 5),
        Statement("s2", "“Quoted”, and more", -1),
        Statement("s3"),
    )
    conversation = Conversation(_votes(), statements, np.array([0, 1, -1]), summary={"topic": "Libraries"})
    formats.write_polis(conversation, tmp_path / "out")
    again = formats.read(tmp_path / "out")
    assert again.statements == statements
    assert again.published is not None
    assert again.published.tolist() == [0, 1, -1]
    assert again.summary == {"topic": "Libraries"}
    assert again.shown("open").tolist() == [True, False, True]
    assert again.shown("strict").tolist() == [True, False, False]
    assert [one.id for one in again.limited_to("open").statements] == ["s1", "s3"]
    assert again.limited_to("open").blanks == 1
    assert again.limited_to("open").votes.statements.tolist() == ["s1", "s3"]


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("comments.csv", "comment-id,comment-body\n1,a\n1,b\n", "In “comments.csv”: Line 3: The statement 1 is there"),
        ("comments.csv", "comment-id,moderated,comment-body\n1,5,a\n", "In “comments.csv”: Line 2: “moderated” is “5”"),
        ("comments.csv", f"comment-id,comment-body\n1,{'a' * 20_001}\n", "In “comments.csv”: Line 2: The statement is"),
        ("comments.csv", "comment-id\n1\n", "In “comments.csv”: Line 1: There is no column “comment-body”."),
        ("participants-votes.csv", "participant,group-id\n1,0\n1,1\n", "In “participants-votes.csv”: Line 3: The part"),
        ("votes.csv", f"{HEAD}\n1,1,7\n", "In “votes.csv”: Line 2: The vote “7”"),
    ],
)
def test_a_faulty_part_of_a_folder_is_named(name: str, text: str, sentence: str, tmp_path: Path) -> None:
    written(tmp_path, f"{HEAD}\n1,1,1\n")
    written(tmp_path, text, name)
    with pytest.raises(BadInput) as error:
        formats.read(tmp_path)
    assert error.value.sentence.startswith(sentence)


def test_groups_that_somebody_declares_are_read(tmp_path: Path) -> None:
    people = _votes().participants
    found = formats.read_assignment(
        written(tmp_path, "participant,sector\nAnn,users\nDan,staff\nBen,staff\nCat,\n"), people
    )
    assert found.names == ("staff", "users")
    assert found.groups.tolist() == [1, 0, -1]
    assert found.strangers == 1
    with pytest.raises(BadInput, match="puts nobody who voted"):
        formats.read_assignment(written(tmp_path, "participant,group\nDan,1\n"), people)
    with pytest.raises(BadInput, match="no column “participant”"):
        formats.read_assignment(written(tmp_path, "who,group\nDan,1\n"), people)
    with pytest.raises(BadInput, match="Line 3: The participant Ann is named twice"):
        formats.read_assignment(written(tmp_path, "participant,group\nAnn,1\nAnn,2\n"), people)


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ({"participant": [1], "statement": [1], "vote": [2]}, "Row 1: 2 is none of 1, 0 and -1."),
        ({"participant": [None, 1], "statement": [1, 1], "vote": [1, 1]}, "A participant is missing"),
        ({"participant": [-1], "statement": [1], "vote": [1]}, "A label below 0"),
        ({"participant": [1.5], "statement": [1], "vote": [1]}, "The column “participant” holds double"),
        ({"participant": ["x" * 65], "statement": [1], "vote": [1]}, "A participant is empty, or no word"),
        ({"participant": [1], "vote": [1]}, "Line 1: There is no column for the statement"),
    ],
)
def test_what_is_wrong_with_a_parquet_file_is_said(
    table: dict[str, list[object]], sentence: str, tmp_path: Path
) -> None:
    pq.write_table(pa.table(table), tmp_path / "votes.parquet")
    with pytest.raises(BadInput) as error:
        formats.read(tmp_path / "votes.parquet")
    assert str(error.value).startswith(sentence)


def test_a_parquet_file_with_times_and_coded_text_is_read_and_a_broken_one_refused(tmp_path: Path) -> None:
    table = {
        "participant": pa.array(["Ann", "Ann"]).dictionary_encode(),
        "statement": pa.array([7, 7], pa.int16()),
        "vote": pa.array([1, -1], pa.int8()),
        "time": pa.array([9, 3], pa.timestamp("ms")),
    }
    pq.write_table(pa.table(table), tmp_path / "votes.parquet")
    assert cells_of(formats.read(tmp_path / "votes.parquet").votes) == {("Ann", 7): 1}
    whole = (tmp_path / "votes.parquet").read_bytes()
    for broken in (b"", whole[:100], whole[: len(whole) // 2] + b"x" * 40 + whole[len(whole) // 2 + 40 :]):
        with pytest.raises(BadInput):
            formats.read(written(tmp_path, broken, "broken.parquet"))
