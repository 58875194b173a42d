"""Tables from spreadsheets: CSV with commas, semicolons or tabs, as people save it.

A byte order mark, quoted cells, yes and no, and decimal commas (where cells are apart by semicolons or tabs) are
understood; text is UTF-8, else Windows-1252. The column of names is the one asked for, else the first if its head is
empty or one of ``case``, ``name``, ``id`` (or their plurals), or if a cell of it is no figure. Without one, cases are
called by their line. Empty cells, ``NA``, ``N/A``, ``?``, ``-`` and ``.`` are missing.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from causeway.engines.exact import BadInput
from causeway.engines.qca.cases import MOST_CASES

MOST_BYTES = 1 << 22
MOST_COLUMNS = 1_000
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?")
_MISSING = {"", "na", "n/a", "nan", "?", "-", "–", "."}
_WORDS = {"yes": 1, "y": 1, "true": 1, "no": 0, "n": 0, "false": 0}
_NAMES = {"case", "cases", "name", "names", "id", "ids"}

Cell = Fraction | None


@dataclass(frozen=True, eq=False, kw_only=True)
class Table:
    """Names of cases, and columns of figures as they stand in the file; ``None`` is missing.

    ``texts`` are columns with something that is no figure: the column and the first such text with its line.
    """

    names: tuple[str, ...]
    columns: dict[str, tuple[Cell, ...]]
    texts: dict[str, tuple[str, int]]


def read(path: Path, *, names: str | None = None) -> Table:
    """Read a file; raises ``BadInput`` with the line where there is one."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(f"The file {path} cannot be read: {error.strerror or error}.") from error
    if len(raw) > MOST_BYTES:
        raise BadInput(f"The file {path.name} is larger than {MOST_BYTES >> 20} MB.")
    return parse(raw, names=names)


def parse(raw: bytes, *, names: str | None = None) -> Table:
    """A table from the bytes of a file; ``names`` is the head of the column with the cases' names."""
    text = _text(raw)
    mark = _mark(text)
    rows, lines = _rows(text, mark)
    head = [cell.strip() for cell in rows[0]]
    _check_head(head)
    place = _names_column(head, rows[1:], mark, names)
    called = [
        row[place].strip() if place is not None else f"line {line}"
        for row, line in zip(rows[1:], lines[1:], strict=True)
    ]
    for name, line in zip(called, lines[1:], strict=True):
        if not name or len(name) > 200:
            raise BadInput("The case has no name, or one of more than 200 letters.", line=line)
    columns: dict[str, tuple[Cell, ...]] = {}
    texts: dict[str, tuple[str, int]] = {}
    for column, title in enumerate(head):
        if column == place:
            continue
        figures: list[Cell] = []
        for row, line in zip(rows[1:], lines[1:], strict=True):
            try:
                figures.append(_figure(row[column], mark))
            except ValueError:
                texts.setdefault(title, (row[column].strip(), line))
        columns[title] = tuple(figures)
    return Table(names=tuple(called), columns=columns, texts=texts)


def _text(raw: bytes) -> str:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in raw:
        raise BadInput("The file is not plain text in UTF-8; save it as “CSV UTF-8” and try again.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _mark(text: str) -> str:
    """What cells are apart by: of semicolon, tab and comma the one that the head has most of outside quotes."""
    head = re.sub(r'"[^"]*"', "", text.split("\n", 1)[0])
    return max(";\t,", key=head.count) if any(mark in head for mark in ";\t,") else ","


def _rows(text: str, mark: str) -> tuple[list[list[str]], list[int]]:
    """Rows that are not empty, each as long as the head, and their lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    rows: list[list[str]] = []
    lines: list[int] = []
    try:
        for row in reader:
            if not any(cell.strip() for cell in row):
                continue
            if rows and len(row) != len(rows[0]):
                raise BadInput(f"It has {len(row)} cells where the head has {len(rows[0])}.", line=reader.line_num)
            if len(rows) > MOST_CASES or len(row) > MOST_COLUMNS:
                raise BadInput(
                    f"There are more than {MOST_CASES:,} cases or {MOST_COLUMNS:,} columns.", line=reader.line_num
                )
            rows.append(row)
            lines.append(reader.line_num)
    except csv.Error as error:
        raise BadInput(f"It cannot be read as CSV: {error}.", line=reader.line_num) from error
    if len(rows) < 2:
        raise BadInput("The file holds no cases: it needs a head and a line for each case.")
    return rows, lines


def _check_head(head: Sequence[str]) -> None:
    for column, title in enumerate(head):
        if column and not title:
            raise BadInput(f"Column {column + 1} has no head.", line=1)
        if title in head[:column]:
            raise BadInput(f"Two columns are called “{title[:60]}”.", line=1)


def _names_column(head: list[str], rows: list[list[str]], mark: str, names: str | None) -> int | None:
    if names is not None:
        if names not in head:
            raise BadInput(f"There is no column “{names[:60]}” with the names of the cases.")
        return head.index(names)
    if not head[0] or head[0].casefold() in _NAMES:
        return 0
    return 0 if any(not _is_figure(row[0], mark) for row in rows) else None


def _is_figure(cell: str, mark: str) -> bool:
    try:
        _figure(cell, mark)
    except ValueError:
        return False
    return True


def _figure(cell: str, mark: str) -> Cell:
    """A cell as an exact number; raises ``ValueError`` where it is none."""
    text = cell.strip()
    if text.casefold() in _MISSING:
        return None
    if text.casefold() in _WORDS:
        return Fraction(_WORDS[text.casefold()])
    if mark != "," and text.count(",") == 1 and "." not in text:
        text = text.replace(",", ".")
    if not _NUMBER.fullmatch(text):
        raise ValueError
    return Fraction(text)
