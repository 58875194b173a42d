"""A file from outside as rows of cells: CSV, XLSX or ODS, with limits on everything."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from causeway.kernel.errors import Unreadable

LARGEST_BYTES = 20_000_000
LARGEST_UNPACKED = 200_000_000
MOST_ROWS = 200_000
MOST_CELLS = 5_000_000
MOST_COLUMNS = 2_000
MOST_SHEETS = 60
LONGEST_CELL = 2_000

Row = list[Any]
"""Cells as they stand in the file: text, or a number in a spreadsheet."""


def sheets_of(raw: bytes) -> Iterator[tuple[str, Iterator[Row]]]:
    """Each sheet with its name and its rows, read one after the other; a CSV file is one sheet without a name.

    Raises Unreadable.
    """
    if not raw.strip():
        raise Unreadable(_("The file is empty."))
    if len(raw) > LARGEST_BYTES:
        raise Unreadable(_("The file is larger than 20 MB. Save the one sheet that you need as CSV."))
    if raw.startswith(b"PK"):
        yield from _workbook(raw)
    elif raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(_("This is an old Excel file (.xls). Save it as .xlsx, .ods or .csv."))
    else:
        yield "", _csv(raw)


def _csv(raw: bytes) -> Iterator[Row]:
    text = io.TextIOWrapper(io.BytesIO(raw), encoding=_encoding(raw), newline="")
    rows = csv.reader(text)
    try:
        for number, row in enumerate(rows, start=1):
            _check(number, row)
            yield [cell[:LONGEST_CELL] for cell in row]
    except csv.Error as error:
        raise Unreadable(_("Line %(line)s is not CSV: %(why)s.") % {"line": rows.line_num, "why": error}) from None


def _encoding(raw: bytes) -> str:
    """UTF-8, as it should be, or what old spreadsheets wrote."""
    if b"\0" in raw:
        raise Unreadable(_("This is neither a CSV file nor a spreadsheet that can be read here."))
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "latin-1"
    return "utf-8-sig"


def _workbook(raw: bytes) -> Iterator[tuple[str, Iterator[Row]]]:
    not_read = Unreadable(_("This spreadsheet cannot be read. Save the one sheet that you need as CSV."))
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            if sum(part.file_size for part in packed.infolist()) > LARGEST_UNPACKED:
                raise Unreadable(_("This spreadsheet is too large when unpacked. Save the one sheet as CSV."))
        book = CalamineWorkbook.from_filelike(io.BytesIO(raw))
        names = book.sheet_names[:MOST_SHEETS]
    except (zipfile.BadZipFile, CalamineError, OSError, ValueError, RuntimeError):
        raise not_read from None
    for name in names:
        try:
            sheet = book.get_sheet_by_name(name)
        except (CalamineError, OSError, ValueError):  # a chart, or a sheet that is broken
            continue
        if sheet.total_height * sheet.total_width > MOST_CELLS:
            raise Unreadable(_("The sheet “%(name)s” is too large. Save only what you need.") % {"name": name[:80]})
        yield name, _rows(sheet.iter_rows())


def _rows(rows: Iterator[Row]) -> Iterator[Row]:
    for number, row in enumerate(rows, start=1):
        _check(number, row)
        yield [cell[:LONGEST_CELL] if isinstance(cell, str) else cell for cell in row]


def _check(number: int, row: Row) -> None:
    if number > MOST_ROWS or len(row) > MOST_COLUMNS:
        raise Unreadable(_("The file has more than 200,000 rows or 2,000 columns. Save only what you need."))
