"""Unpack a spreadsheet in a process of its own, which ``tables`` starts with the file on its standard input.

A spreadsheet of a few bytes can name a cell at the far end of the sheet, and the library then asks for half a terabyte
and takes its whole process along. So it runs where that harms nobody: with little memory, little time, and nothing but
the file. Each line of the answer is JSON: the name of a sheet, or one row of cells of the sheet before it.
"""

from __future__ import annotations

import json
import resource
import sys
from io import BytesIO

MEMORY_BYTES = 2_000_000_000
SECONDS = 20
MOST_CELLS = 3_000_000
MOST_SHEETS = 60
LONGEST_CELL = 2_000


def main() -> int:
    """Write the rows of the workbook that comes in; end with 1 where that cannot be read, with 2 if it is too large."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(sys.stdin.buffer.read()))
    except (CalamineError, OSError, ValueError):
        return 1
    cells = 0
    for name in book.sheet_names[:MOST_SHEETS]:
        try:
            sheet = book.get_sheet_by_name(name)
        except (CalamineError, OSError, ValueError):  # a chart, or a sheet that is broken
            continue
        _write(name)
        # The library counts rows from the first of the sheet, and columns from the first that holds anything.
        indent = [""] * (sheet.start[1] if sheet.start else 0)
        for row in sheet.iter_rows():
            cells += len(row)
            if cells > MOST_CELLS:
                return 2
            _write([*indent, *(cell if isinstance(cell, int | float) else str(cell)[:LONGEST_CELL] for cell in row)])
    return 0


def _write(value: object) -> None:
    sys.stdout.write(json.dumps(value) + "\n")


if __name__ == "__main__":
    sys.exit(main())
