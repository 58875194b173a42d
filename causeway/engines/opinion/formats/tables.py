"""Rows of a stranger's CSV, with limits on everything, and the columns of a log of votes by their many names."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from causeway.engines.exact import BadInput
from causeway.engines.exact.stream import Stream, text_of

MOST_VOTES = 300_000_000
MOST_PARTICIPANTS = 20_000_000
MOST_STATEMENTS = 20_000
MOST_COLUMNS = MOST_STATEMENTS + 100
LONGEST_LABEL = 64
LONGEST_TEXT = 20_000

NAMES = {
    "participant": ("voter-id", "participant", "participant-id", "voter"),
    "statement": ("comment-id", "statement", "statement-id", "comment"),
    "vote": ("vote",),
    "time": ("timestamp", "time"),
}


class Rows:
    """The rows of a CSV file; ``line`` is where the row given out last ends, from 1. Cells are stripped of spaces."""

    def __init__(self, stream: Stream, *, most_columns: int = MOST_COLUMNS) -> None:
        self._stream, self._most = stream, most_columns
        self.head: list[str] = next(self._rows(), [])
        if not any(self.head):
            raise BadInput("The file is empty.")
        self.body = self._rows()

    @property
    def line(self) -> int:
        """The line that was read last."""
        return self._stream.line

    def _rows(self) -> Iterator[list[str]]:
        reader = csv.reader((text_of(line) + "\n" for line in self._stream.lines()), strict=True)
        try:
            for row in reader:
                if len(row) > self._most:
                    raise BadInput(f"The row has {len(row):,} columns; {self._most:,} are the most.", line=self.line)
                if row:
                    yield [cell.strip() for cell in row]
        except csv.Error as error:
            raise BadInput(f"The row is not right CSV ({error}).", line=self.line) from error

    def place(self, name: str) -> int:
        """Where the column of that name stands; raises ``BadInput`` where it is missing."""
        if name not in self.head:
            raise BadInput(f"There is no column “{name}”.", line=1)
        return self.head.index(name)

    def __iter__(self) -> Iterator[list[str]]:
        """Each row after the head; as many cells as the head has."""
        for row in self.body:
            if len(row) != len(self.head):
                raise BadInput(f"The row has {len(row)} cells; the head has {len(self.head)}.", line=self.line)
            yield row


def vote_columns(head: Sequence[str]) -> dict[str, int]:
    """Where participant, statement, vote and (if there is one) time stand, by the names known for them."""
    known = [cell.strip().strip('"').lower().replace("_", "-").replace(" ", "-") for cell in head]
    found = {}
    for what, names in NAMES.items():
        places = [place for place, name in enumerate(known) if name in names]
        if len(places) > 1:
            raise BadInput(f"Two columns could be the {what}: {head[places[0]]} and {head[places[1]]}.", line=1)
        if places:
            found[what] = places[0]
        elif what != "time":
            raise BadInput(f"There is no column for the {what}; it may be called {' or '.join(names)}.", line=1)
    return found


def whole_number(text: str, what: str, *, line: int | None) -> int:
    """The number, of up to 18 digits; raises ``BadInput``."""
    digits = text.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 19):
        raise BadInput(f"The {what} “{text[:40]}” is not a whole number.", line=line)
    return int(text)


def named(path: Path) -> str:
    """The file's name for a sentence."""
    return path.name or str(path)
