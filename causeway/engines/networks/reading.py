"""Ties and organisations from CSV.

A file has one table or two. The table of ties has the columns ``from`` and ``to`` and may have ``tie`` (affiliation,
joint action or support; else support), ``date`` (2026-11-22 or 22/11/2026) and ``weight`` (a number above 0; else 1).
The table of organisations has ``organisation`` and may have ``kind`` and ``power`` (yes for an institution of power).
A table ends with an empty line; the tables may also come as two files. Commas, semicolons or tabs; UTF-8 with or
without a byte order mark, or the Windows-1252 of older spreadsheets.
"""

from __future__ import annotations

import codecs
import csv
import datetime
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from causeway.engines.exact import BadInput, to_units
from causeway.engines.networks.network import (
    ACTION,
    AFFILIATION,
    LAYERS,
    MOST_ORGANISATIONS,
    MOST_TIES,
    MOST_WEIGHT,
    SUPPORT,
    Network,
    Organisation,
    Tie,
)

MOST_BYTES = 1 << 26
LONGEST_NAME = 160
TIE_COLUMNS = frozenset({"from", "to", "tie", "date", "weight"})
BODY_COLUMNS = frozenset({"organisation", "kind", "power"})
WORDS = {"affiliated": AFFILIATION, "action": ACTION, "joint": ACTION, "support given": SUPPORT, "": SUPPORT}
YES = {"yes": True, "y": True, "true": True, "1": True, "x": True, "no": False, "n": False, "false": False, "0": False}
JOINERS = "\u200c\u200d"

Row = tuple[int, dict[str, str]]


def read(*files: Path | str) -> Network:
    """The network in one or more CSV files.

    Raises ``BadInput``, with the line, for whatever cannot be read, is larger than 64 MB, or names a person.
    """
    ties: list[Tie] = []
    bodies: dict[str, Organisation] = {}
    spelt: dict[str, str] = {}
    for file in files:
        for line, row in rows(text_of(Path(file))):
            if "from" in row:
                ties.append(_tie(row, line, spelt))
                if len(ties) > MOST_TIES:
                    raise BadInput(f"There are more than {MOST_TIES:,} ties.", line=line)
            else:
                _add(_body(row, line, spelt), bodies, line)
            if len(spelt) > MOST_ORGANISATIONS:
                raise BadInput(f"There are more than {MOST_ORGANISATIONS:,} organisations.", line=line)
    for tie in ties:
        for name in (tie.one, tie.other):
            bodies.setdefault(name, Organisation(name))
    if not bodies:
        raise BadInput("The file names no organisations: it needs a line with the columns “from” and “to”, and ties.")
    return Network(tuple(bodies.values()), tuple(ties))


def text_of(file: Path) -> str:
    """The text of a file that a stranger may have sent."""
    try:
        with file.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput(f"The file {file} cannot be read: {error.strerror or error}.") from error
    if len(raw) > MOST_BYTES:
        raise BadInput(f"The file {file} is longer than {MOST_BYTES >> 20} MB.")
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise BadInput(f"The file {file} is written in UTF-16; save it as “CSV UTF-8” and try again.")
    if b"\0" in raw:
        raise BadInput(f"The file {file} holds zero bytes; it is no text file.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def rows(text: str) -> Iterator[Row]:
    """Line number and cells by column, for each row of each table."""
    lines = text.splitlines()
    first = next((line for line in lines if line.strip(" ,;\t")), "")
    delimiter = max(",;\t", key=first.count)
    header: list[str] = []
    reader = csv.reader(lines, delimiter=delimiter)
    try:
        for cells in reader:
            found = [cell.strip() for cell in cells]
            if not any(found):
                header = []
            elif not header:
                header = _header(found, reader.line_num)
            else:
                yield reader.line_num, _cells(header, found, reader.line_num)
    except csv.Error as error:
        raise BadInput(f"It cannot be read as CSV: {error}.", line=reader.line_num) from error


def _header(found: list[str], line: int) -> list[str]:
    names = [re.sub(r"\s+", " ", name.lower()) for name in found]
    while names and not names[-1]:
        names.pop()
    known = TIE_COLUMNS if "from" in names else BODY_COLUMNS
    needed = ["from", "to"] if "from" in names or "to" in names else ["organisation"]
    for name in needed:
        if name not in names:
            raise BadInput(f"The columns lack “{name}”; a table of ties starts “from,to,tie,date,weight”.", line=line)
    for name in names:
        if name not in known:
            columns = ", ".join(sorted(known))
            raise BadInput(
                f"The column “{name[:40]}” is not read; leave it out. Only {columns} are, since a network is of "
                "organisations, never of persons.",
                line=line,
            )
    if len(set(names)) < len(names):
        raise BadInput("A column appears twice.", line=line)
    return names


def _cells(header: list[str], found: list[str], line: int) -> dict[str, str]:
    if any(found[len(header) :]):
        raise BadInput(f"It has {len(found)} fields, but there are {len(header)} columns.", line=line)
    return dict(zip(header, found + [""] * len(header), strict=False))


def _tie(row: dict[str, str], line: int, spelt: dict[str, str]) -> Tie:
    one, other = (_name(row[column], line, spelt) for column in ("from", "to"))
    said = re.sub(r"[\s_-]+", " ", row.get("tie", "").lower())
    layer = WORDS.get(said, said)
    if layer not in LAYERS:
        raise BadInput(f"“{said[:40]}” is no kind of tie; write {', '.join(LAYERS[:-1])} or {LAYERS[-1]}.", line=line)
    if one == other:
        raise BadInput(f"“{one}” cannot be tied to itself.", line=line)
    weight = to_units(row.get("weight") or "1", 2, line=line)
    if not 0 < weight <= MOST_WEIGHT:
        raise BadInput(f"The weight must be more than 0 and at most {MOST_WEIGHT // 100:,}.", line=line)
    return Tie(one, other, layer, _date(row.get("date", ""), line), weight)


def _body(row: dict[str, str], line: int, spelt: dict[str, str]) -> Organisation:
    said = row.get("power", "").lower()
    if said and said not in YES:
        raise BadInput(f"“{said[:40]}” does not say whether it holds power; write yes or no.", line=line)
    kind = _tidy(row.get("kind", ""))
    if len(kind) > LONGEST_NAME:
        raise BadInput(f"The kind is longer than {LONGEST_NAME} characters.", line=line)
    return Organisation(_name(row["organisation"], line, spelt), kind, bool(said) and YES[said])


def _add(body: Organisation, bodies: dict[str, Organisation], line: int) -> None:
    if bodies.setdefault(body.name, body) != body:
        raise BadInput(f"“{body.name}” was listed before, with another kind or power.", line=line)


def _name(said: str, line: int, spelt: dict[str, str]) -> str:
    """A name without stray spaces; refused where empty, an address of a person, or spelt in two ways."""
    name = _tidy(said)
    if not name:
        raise BadInput("A name of an organisation is missing.", line=line)
    if len(name) > LONGEST_NAME:
        raise BadInput(f"The name “{name[:40]}…” is longer than {LONGEST_NAME} characters.", line=line)
    if "@" in name:
        raise BadInput(f"“{name[:40]}” looks like somebody’s address; a network is of organisations only.", line=line)
    before = spelt.setdefault(name.casefold(), name)
    if before != name:
        raise BadInput(f"“{name}” was written “{before}” before; write it in one way.", line=line)
    return name


def _tidy(said: str) -> str:
    """Without control characters and what no XML may hold; the joiners that some scripts need stay."""
    shown = "".join(
        letter if letter in JOINERS or unicodedata.category(letter)[0] != "C" else " "
        for letter in unicodedata.normalize("NFC", said)
    )
    return re.sub(r"\s+", " ", shown).strip()


def _date(said: str, line: int) -> datetime.date | None:
    if not said:
        return None
    british = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", said)
    try:
        if british:
            return datetime.date(int(british[3]), int(british[2]), int(british[1]))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", said):
            return datetime.date.fromisoformat(said)
    except ValueError:
        pass
    raise BadInput(f"“{said[:40]}” is not a date; write 2026-11-22 or 22/11/2026.", line=line)
