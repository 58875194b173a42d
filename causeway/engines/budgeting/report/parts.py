"""What the page and the text are made of: amounts, names and tables."""

from __future__ import annotations

import re
from fractions import Fraction
from html import escape

from causeway.engines.budgeting.instance import Instance
from causeway.engines.exact import decimal_string


def money(pence: int) -> str:
    """Units of the currency with thousands apart, pence only where there are some."""
    return f"{pence // 100:,}" if pence % 100 == 0 else f"{pence // 100:,}.{pence % 100:02d}"


def per_hundred(part: Fraction) -> str:
    """A share as so many in 100, rounded to one decimal place."""
    return f"{tidy(decimal_string(part * 100 + Fraction(1, 20), 1))} in 100"


def named(vote: Instance, project: str) -> str:
    """Name and id of a project."""
    name = vote.projects[vote.position[project]].name
    return f"{escape(name)} ({escape(project)})" if name else escape(project)


def tidy(decimal: str | None) -> str:
    """A decimal without needless zeros, thousands apart."""
    if decimal is None:
        return ""
    whole, _, part = decimal.partition(".")
    part = part.rstrip("0")
    return re.sub(r"(?<=\d)(?=(\d{3})+$)", ",", whole) + (f".{part}" if part else "")


def table(caption: str, head: list[str], rows: list[list[str]], numbers: set[str]) -> str:
    """A table that scrolls sideways on its own; ``numbers`` are the columns to align on the right."""

    def cell(tag: str, column: str, text: str) -> str:
        scope = ' scope="col"' if tag == "th" else ""
        kind = "n" if column in numbers else "t" if column in {"Notes", "Why"} else ""
        return f"<{tag}{scope}" + (f' class="{kind}"' if kind else "") + f">{text}</{tag}>"

    top = "".join(cell("th", column, escape(column)) for column in head)
    body = "\n".join(
        "<tr>" + "".join(cell("td", column, text) for column, text in zip(head, row, strict=True)) + "</tr>"
        for row in rows
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )
