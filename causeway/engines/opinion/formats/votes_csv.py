"""A log of votes as CSV: a participant, a statement, a vote and, if there is one, a time in each line.

Two readers of one meaning. The fast one lets pyarrow parse blocks of 16 MB; whatever surprises it is left to the
careful one, which takes line by line and names the line that is wrong. Columns are found by their names, Polis' own
(``timestamp,datetime,comment-id,voter-id,vote``) or plain ones (``participant,statement,vote,time``).
"""

from __future__ import annotations

import csv
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import numpy as np

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import LARGEST_FILE, Stream
from causeway.engines.opinion.formats.collecting import Collector
from causeway.engines.opinion.formats.tables import LONGEST_LABEL, Rows, vote_columns, whole_number
from causeway.engines.opinion.votes import Votes

if TYPE_CHECKING:
    import pyarrow as pa

BLOCK = 1 << 24
Progress = Callable[[str], None] | None


def read_votes(path: Path, *, all_statements: Sequence[int] | Sequence[str] = (), progress: Progress = None) -> Votes:
    """The votes of a log; raises ``BadInput`` with the line and the reason.

    ``all_statements`` names statements that nobody may have voted on. Ten million lines take some seconds.
    """
    fast = _read_fast(path, progress)
    collector = fast if fast is not None else _read_carefully(path, progress)
    return collector.votes(all_statements)


def _read_fast(path: Path, progress: Progress) -> Collector | None:
    """All of the log, where labels are numbers and every line is as it should be; else ``None``."""
    import pyarrow as pa
    import pyarrow.csv as arrow_csv

    with path.open("rb") as file:
        head = Rows(Stream(file)).head
    wanted = vote_columns(head)
    if path.stat().st_size > LARGEST_FILE or len(set(head)) < len(head):
        return None
    collector, read = Collector(), 0
    try:
        reader = arrow_csv.open_csv(
            path,
            read_options=arrow_csv.ReadOptions(block_size=BLOCK),
            convert_options=arrow_csv.ConvertOptions(
                include_columns=[head[place] for place in wanted.values()],
                column_types={head[place]: pa.int64() for place in wanted.values()},
                null_values=[""],
            ),
        )
        for batch in reader:
            if not _usable(batch):
                return None
            columns = {what: batch.column(number).to_numpy() for number, what in enumerate(wanted)}
            collector.add(columns["participant"], columns["statement"], columns["vote"], columns.get("time"))
            read += len(batch)
            if progress:
                progress(f"{read:,} votes read")
    except pa.ArrowException:
        return None
    return collector


def _usable(batch: pa.RecordBatch) -> bool:
    """Whether nothing is missing and every vote is one of the three, every label without a sign."""
    if any(column.null_count for column in batch.columns):
        return False
    participants, statements, votes = (batch.column(number).to_numpy() for number in range(3))
    labelled = participants.min(initial=0) >= 0 and statements.min(initial=0) >= 0
    return bool(labelled and votes.min(initial=0) >= -1 and votes.max(initial=0) <= 1)


def _read_carefully(path: Path, progress: Progress) -> Collector:
    with path.open("rb") as file:
        rows = Rows(Stream(file, progress=progress))
        wanted = vote_columns(rows.head)
        collector = Collector()
        participants: list[str] = []
        statements: list[str] = []
        votes, times = array("b"), array("q")
        for row in rows:
            participants.append(label(row[wanted["participant"]], "participant", rows.line))
            statements.append(label(row[wanted["statement"]], "statement", rows.line))
            votes.append(vote(row[wanted["vote"]], rows.line))
            if "time" in wanted:
                times.append(whole_number(row[wanted["time"]], "time", line=rows.line))
            if len(votes) == 1 << 18:
                collector.add_text(participants, statements, np.array(votes), np.array(times) if times else None)
                participants, statements, votes, times = [], [], array("b"), array("q")
        collector.add_text(participants, statements, np.array(votes), np.array(times) if "time" in wanted else None)
    return collector


def label(text: str, what: str, line: int | None) -> str:
    """The label of a participant or statement; raises ``BadInput`` for none, or for one that is too long."""
    if not text or len(text) > LONGEST_LABEL or not text.isprintable():
        why = "is missing" if not text else f"is not a word of up to {LONGEST_LABEL} characters"
        raise BadInput(f"The {what} {why}.", line=line)
    return text


def vote(text: str, line: int | None) -> int:
    """1, 0 or −1; raises ``BadInput`` for anything else."""
    if text not in ("1", "0", "-1"):
        raise BadInput(f"The vote “{text[:40]}” is none of 1 (agree), 0 (pass) and -1 (disagree).", line=line)
    return int(text)


def write_votes(votes: Votes, file: TextIO) -> None:
    """The votes as CSV, ``participant,statement,vote``, in canonical order."""
    table = csv.writer(file, lineterminator="\n")
    table.writerow(["participant", "statement", "vote"])
    statements = votes.statements.tolist()
    for place, participant in enumerate(votes.participants.tolist()):
        cut = slice(votes.starts[place], votes.starts[place + 1])
        cells = zip(votes.columns[cut].tolist(), votes.values[cut].tolist(), strict=True)
        table.writerows((participant, statements[column], value) for column, value in cells)
