"""A file from outside as rows of cells: CSV, XLSX or ODS, with limits on everything."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from causeway.domains.budgets.council_figures import unpacking
from causeway.kernel.errors import Unreadable

LARGEST_BYTES = 20_000_000
LARGEST_UNPACKED = 200_000_000
MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
SECONDS = 60
TOO_LARGE = 2
NOT_READ = gettext_noop("This spreadsheet cannot be read. Save the one sheet that you need as CSV.")
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
    _check_unpacked_size(raw)
    rows: list[Row] = []
    name: str | None = None
    for line in _unpacked(raw):
        value = json.loads(line)
        if isinstance(value, list):
            rows.append(value)
            continue
        if name is not None:
            yield name, _rows(rows)
        name, rows = str(value), []
    if name is not None:
        yield name, _rows(rows)


def _check_unpacked_size(raw: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError):
        raise Unreadable(_(NOT_READ)) from None
    if size > LARGEST_UNPACKED:
        raise Unreadable(_("This spreadsheet is too large when unpacked. Save the one sheet as CSV."))


def _unpacked(raw: bytes) -> list[bytes]:
    """The lines that the process of ``unpacking`` writes. Whatever ends it ends here in a sentence."""
    command = [sys.executable, "-m", unpacking.__name__]
    try:
        done = subprocess.run(command, input=raw, capture_output=True, timeout=SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise Unreadable(
            _("This spreadsheet takes too long to read. Save the one sheet that you need as CSV.")
        ) from None
    if done.returncode == TOO_LARGE:
        raise Unreadable(_("This spreadsheet is too large. Save the one sheet that you need as CSV."))
    if done.returncode:
        raise Unreadable(_(NOT_READ))
    return done.stdout.splitlines()


def _rows(rows: list[Row]) -> Iterator[Row]:
    for number, row in enumerate(rows, start=1):
        _check(number, row)
        yield row


def _check(number: int, row: Row) -> None:
    if number > MOST_ROWS or len(row) > MOST_COLUMNS:
        raise Unreadable(_("The file has more than 200,000 rows or 2,000 columns. Save only what you need."))
