"""What the columns of a sheet hold: found by their headings, whichever of the two layouts it has.

*Wide*: one council a row and one line a column (“190: Education services”, or the number in the row above).
*Long*: one line a row, with the seven columns of the return (employees … net current expenditure).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from causeway.domains.budgets.council_figures.cells import words_of
from causeway.domains.budgets.council_figures.tables import Row

COUNCIL = {
    "code": ("e-code", "ecode", "e code", "la code"),
    "ons": ("ons code", "onscode", "gss code", "ons"),
    "name": ("local authority", "authority", "local authority name", "authority name", "council"),
    "class": ("class", "type"),
    "year": ("year", "financial year"),
}
LINE = {
    "line": ("line", "line number", "line no", "line code", "code"),
    "service": ("service", "service line", "line name", "description", "line description", "name"),
    "group": ("group", "service group"),
}
MEASURES = {
    "employees": ("employees",),
    "running": ("running expenses",),
    "expenditure": ("total expenditure",),
    "fees": ("sales, fees and charges", "sales fees and charges", "sales, fees & charges"),
    "other_income": ("other income",),
    "income": ("total income",),
    "net": ("net current expenditure",),
}
NUMBERED = re.compile(r"(\d{2,4})\s*[:.–-]\s*(.+)")
MOST_ROWS_BEFORE = 60


@dataclass(frozen=True)
class Column:
    """One column of a wide sheet: its line's number, where it has one, and its name."""

    place: int
    code: str
    name: str


@dataclass(frozen=True)
class Headers:
    """Where everything stands: ``at`` maps names of ``COUNCIL``, ``LINE`` and ``MEASURES`` to columns."""

    is_long: bool
    at: dict[str, int]
    columns: list[Column] = field(default_factory=list)


def headers_in(row: Row, above: Row) -> Headers | None:
    """The headers, if this row holds them; ``above`` is the row before it."""
    words = [_plain(cell) for cell in row]
    at = _found(words, {**COUNCIL, **LINE, **MEASURES})
    if "net" in at and "service" in at and ("employees" in at or "expenditure" in at or "income" in at):
        return Headers(is_long=True, at=at)
    council = _found(words, COUNCIL)
    if "name" not in council or not council.keys() & {"code", "ons"}:
        return None
    columns = [
        _column(place, cell, above)
        for place, cell in enumerate(row)
        if place not in council.values() and words_of(cell) and place > min(council.values())
    ]
    return Headers(is_long=False, at=council, columns=columns)


def letters(place: int) -> str:
    """The column as spreadsheets name it: A, B, …, Z, AA.

    >>> letters(0), letters(26)
    ('A', 'AA')
    """
    name = ""
    while place >= 0:
        name = chr(65 + place % 26) + name
        place = place // 26 - 1
    return name


def _column(place: int, cell: object, above: Row) -> Column:
    name = words_of(cell)
    numbered = NUMBERED.fullmatch(name)
    if numbered:
        return Column(place, numbered[1], numbered[2])
    number = words_of(above[place]) if place < len(above) else ""
    return Column(place, number if number.isdecimal() and 2 <= len(number) <= 4 else "", name)


def _plain(cell: object) -> str:
    """A heading without its unit and in small letters."""
    return re.sub(r"\s*\((£|gbp)[^)]*\)|\s*£\s?000s?", "", words_of(cell).lower()).strip(" :.")


def _found(words: list[str], names: dict[str, tuple[str, ...]]) -> dict[str, int]:
    return {key: words.index(name) for key, known in names.items() for name in known[::-1] if name in words}
