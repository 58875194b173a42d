"""A table that a phone can scroll and a screen reader can name."""

from __future__ import annotations

from html import escape


def table(caption: str, head: list[str], rows: list[list[str]], numbers: set[str]) -> str:
    """Rows of cells that are HTML already; the first column heads its row, and columns in ``numbers`` align right."""
    top = "".join(f'<th scope="col"{_kind(column, numbers)}>{escape(column)}</th>' for column in head)
    body = "\n".join(
        f'<tr><th scope="row">{row[0]}</th>'
        + "".join(f"<td{_kind(column, numbers)}>{cell}</td>" for column, cell in zip(head[1:], row[1:], strict=True))
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def _kind(column: str, numbers: set[str]) -> str:
    return ' class="n"' if column in numbers else ""
