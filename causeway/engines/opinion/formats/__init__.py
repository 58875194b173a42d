"""Reading and writing votes in the formats of the field.

| what                | how it is recognised                   | statements' text | published groups |
| ------------------- | -------------------------------------- | ---------------- | ---------------- |
| Polis export folder | a folder with ``votes.csv``            | yes              | yes              |
| log as CSV          | ``.csv``                               | no               | no               |
| log as Parquet      | ``.parquet``                           | no               | no               |

Every reader takes its file part by part, bounds what a stranger's file may be, and ends in one sentence with the line
and the reason where something is wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from causeway.engines.exact import BadInput
from causeway.engines.opinion.conversation import Conversation
from causeway.engines.opinion.formats.assignments import Assignment, read_assignment
from causeway.engines.opinion.formats.parquet import read_parquet, write_parquet
from causeway.engines.opinion.formats.polis import read_polis, write_polis
from causeway.engines.opinion.formats.votes_csv import read_votes, write_votes

__all__ = [
    "Assignment",
    "read",
    "read_assignment",
    "read_parquet",
    "read_polis",
    "read_votes",
    "write_parquet",
    "write_polis",
    "write_votes",
]


def read(path: Path | str, *, progress: Callable[[str], None] | None = None) -> Conversation:
    """The conversation in a Polis export folder, or the votes of a log (``.csv`` or ``.parquet``)."""
    place = Path(path)
    try:
        if place.is_dir():
            return read_polis(place, progress=progress)
        if place.suffix.lower() == ".parquet":
            return Conversation.of(read_parquet(place, progress=progress))
        if place.suffix.lower() == ".csv":
            return Conversation.of(read_votes(place, progress=progress))
    except OSError as error:
        raise BadInput(f"“{place.name}” cannot be read: {error.strerror}.") from error
    raise BadInput(f"“{place.name}” is no folder, and ends in neither .csv nor .parquet.")
