"""A Polis export folder: ``votes.csv``, ``comments.csv``, ``participants-votes.csv`` and ``summary.csv``.

In these exports 1 is agree, −1 disagree and 0 pass (Polis' own database has the opposite sign). The log of votes is
what counts; ``comments.csv`` adds text and moderation, ``participants-votes.csv`` the groups that were published. Only
the log is needed.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream
from causeway.engines.opinion.conversation import Conversation, Statement
from causeway.engines.opinion.formats.assignments import read_assignment
from causeway.engines.opinion.formats.tables import LONGEST_TEXT, MOST_STATEMENTS, Rows, whole_number
from causeway.engines.opinion.formats.votes_csv import label, read_votes
from causeway.engines.opinion.tallies import everyone, tally
from causeway.engines.opinion.votes import Integers, Labels, Votes

COMMENTS = ["timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body"]
LOG = ["timestamp", "datetime", "comment-id", "voter-id", "vote"]
PEOPLE = ["participant", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree"]


def read_polis(folder: Path, *, progress: Callable[[str], None] | None = None) -> Conversation:
    """The conversation of an export folder; raises ``BadInput`` that names the file, the line and the reason."""
    if not (folder / "votes.csv").is_file():
        raise BadInput(f"There is no “votes.csv” in “{folder.name}”.")
    comments = _within(folder / "comments.csv", read_comments) or {}
    votes: Votes = _within(
        folder / "votes.csv", lambda path: read_votes(path, all_statements=list(comments), progress=progress)
    )
    published = _within(folder / "participants-votes.csv", lambda path: _published(path, votes.participants))
    summary = _within(folder / "summary.csv", read_summary) or {}
    return Conversation(votes, aligned(comments, votes.statements), published, summary=summary)


def _within(path: Path, read: Callable[[Path], Any]) -> Any:
    """What the reader makes of the file, ``None`` where there is no such file; its errors name the file."""
    if not path.is_file():
        return None
    try:
        return read(path)
    except BadInput as error:
        raise BadInput(f"In “{path.name}”: {error.sentence}") from error


def _published(path: Path, participants: Labels) -> Integers | None:
    with path.open("rb") as file:
        head = Rows(Stream(file)).head
    return read_assignment(path, participants, column="group-id").groups if "group-id" in head else None


def aligned(comments: dict[str, Statement], statements: Labels) -> tuple[Statement, ...]:
    """The statements in the order of the votes; those without a comment have no text."""
    numbered = statements.dtype.kind == "i"
    known = {int(one) if numbered else one: statement for one, statement in comments.items()}
    return tuple(
        Statement(one, found.text, found.moderated, found.author, found.written_ms)
        if (found := known.get(one))
        else Statement(one)
        for one in statements.tolist()
    )


def read_comments(path: Path) -> dict[str, Statement]:
    """The statements of ``comments.csv`` by their label."""
    found: dict[str, Statement] = {}
    with path.open("rb") as file:
        rows = Rows(Stream(file))
        places = {name: rows.place(name) for name in ("comment-id", "comment-body")}
        places |= {name: rows.head.index(name) for name in COMMENTS if name in rows.head}
        for row in rows:
            statement = _statement({name: row[place] for name, place in places.items()}, rows.line)
            if found.setdefault(str(statement.id), statement) is not statement:
                raise BadInput(f"The statement {statement.id} is there twice.", line=rows.line)
            if len(found) > MOST_STATEMENTS:
                raise BadInput(f"There are more than {MOST_STATEMENTS:,} statements.", line=rows.line)
    return found


def _statement(cells: dict[str, str], line: int) -> Statement:
    if len(cells["comment-body"]) > LONGEST_TEXT:
        raise BadInput(f"The statement is longer than {LONGEST_TEXT:,} characters.", line=line)
    if cells.get("moderated", "0") not in ("1", "0", "-1"):
        raise BadInput(f"“moderated” is “{cells['moderated'][:40]}”, which is none of 1, 0 and -1.", line=line)
    written = cells.get("timestamp")
    return Statement(
        id=label(cells["comment-id"], "statement", line),
        text=cells["comment-body"],
        moderated=int(cells.get("moderated", "0")),
        author=cells.get("author-id", ""),
        written_ms=whole_number(written, "time", line=line) if written else None,
    )


def read_summary(path: Path) -> dict[str, str]:
    """The pairs of ``summary.csv``, which has no head."""
    with path.open("rb") as file:
        rows = Rows(Stream(file), most_columns=2)
        pairs = [rows.head, *rows.body]
    return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}


def write_polis(conversation: Conversation, folder: Path) -> None:
    """Write the conversation as a Polis export folder, made where it is missing; reading it gives the same again.

    The log has no times, since only the last votes are kept: each line's is its place.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "votes.csv", LOG, _log(conversation.votes))
    _write(folder / "comments.csv", COMMENTS, _comments(conversation))
    _write(folder / "participants-votes.csv", [*PEOPLE, *_labels(conversation.votes.statements)], _people(conversation))
    _write(folder / "summary.csv", None, list(conversation.summary.items()))


def _write(path: Path, head: Sequence[str] | None, rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        if head is not None:
            table.writerow(head)
        table.writerows(rows)


def _labels(labels: Labels) -> list[str]:
    return [str(one) for one in labels.tolist()]


def _log(votes: Votes) -> Iterable[Sequence[object]]:
    participants, statements = _labels(votes.participants), _labels(votes.statements)
    triples = zip(votes.rows().tolist(), votes.columns.tolist(), votes.values.tolist(), strict=True)
    return (
        (line, "", statements[column], participants[row], value) for line, (row, column, value) in enumerate(triples)
    )


def _comments(conversation: Conversation) -> Iterable[Sequence[object]]:
    counts = tally(conversation.votes, everyone(conversation.votes), count=1)
    for place, one in enumerate(conversation.statements):
        written = "" if one.written_ms is None else one.written_ms
        agrees, disagrees = int(counts.agrees[0, place]), int(counts.disagrees[0, place])
        yield written, "", one.id, one.author, agrees, disagrees, one.moderated, one.text


def _people(conversation: Conversation) -> Iterable[Sequence[object]]:
    votes, published = conversation.votes, conversation.published
    authors = [one.author for one in conversation.statements if one.author]
    written = {author: authors.count(author) for author in set(authors)}
    for place, participant in enumerate(_labels(votes.participants)):
        cut = slice(votes.starts[place], votes.starts[place + 1])
        values = votes.values[cut]
        group = "" if published is None or published[place] < 0 else int(published[place])
        cells: list[object] = [""] * len(votes.statements)
        for column, value in zip(votes.columns[cut].tolist(), values.tolist(), strict=True):
            cells[column] = value
        agrees, disagrees = int((values == 1).sum()), int((values == -1).sum())
        yield participant, group, written.get(participant, 0), len(values), agrees, disagrees, *cells
