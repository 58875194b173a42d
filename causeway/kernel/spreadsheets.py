"""Text for spreadsheets."""

from __future__ import annotations

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    """The cell as it is, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
