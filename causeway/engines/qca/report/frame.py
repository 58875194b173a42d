"""The frame of a page that stands alone: style, head and tables, for a phone, paper and a screen reader."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import escape

STYLE = """
:root { color-scheme: light dark; --line: #767676; --text: #1b1b1b; --back: #fff; --focus: #b35c00;
  --on: #cfe6f5; --off: #f2f2f2; --mixed: #fbe3c4; --mark: #1d5f8a; --odd: #b35c00 }
@media (prefers-color-scheme: dark) {
  :root { --line: #9a9a9a; --text: #eee; --back: #161616; --focus: #f0a860;
    --on: #1d4a66; --off: #303030; --mixed: #5c4114; --mark: #7fc0ea; --odd: #f0a860 } }
body { font: 1.05rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--back); max-width: 62rem;
  margin: 0 auto; padding: 1rem }
h1, h2, h3 { line-height: 1.2; overflow-wrap: anywhere } h2 { margin-top: 2.2rem }
table { border-collapse: collapse } caption { text-align: left; font-weight: 600; padding: .3rem 0 }
th, td { border-bottom: 1px solid var(--line); padding: .35rem .8rem .35rem 0; text-align: left; vertical-align: top }
th[scope=row] { font-weight: 400 } th[scope=row] { min-width: 2.5rem } td.t { min-width: 9rem; overflow-wrap: anywhere }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
.wide { overflow-x: auto } .wide:focus { outline: 3px solid var(--focus) }
.model { font-size: 1.15rem; overflow-wrap: anywhere } code { overflow-wrap: anywhere }
.notes li { margin-bottom: .5rem }
.plots { display: flex; flex-wrap: wrap; gap: 1rem } .plots figure { flex: 1 1 18rem; max-width: 26rem; margin: 0 }
svg { display: block; margin-bottom: 1rem } svg.plot { width: 100%; max-width: 28rem; height: auto }
svg text { font-size: 13px; fill: var(--text) } svg .name { font-weight: 600 } svg .small { font-size: 11px }
svg .there { fill: var(--mark); stroke: var(--mark) } svg .absent { fill: none; stroke: var(--line) }
svg .on { fill: var(--on) } svg .off { fill: var(--off) } svg .mixed, svg .rare { fill: var(--mixed) }
svg .edge { stroke: var(--line) } svg .cut { stroke: var(--text); stroke-dasharray: 4 3; fill: none }
svg .set { fill: none; stroke: var(--text); stroke-width: 1.5 } svg .half { fill: none; stroke: var(--line) }
svg .unfit { fill: var(--off) } svg .fits { fill: var(--mark) }
svg .odd { fill: var(--back); stroke: var(--odd); stroke-width: 2 } svg .deviant { fill: var(--odd) }
@media print { .wide { overflow: visible } body { max-width: none } }
"""


def framed(title: str, parts: Sequence[str]) -> str:
    """A whole page."""
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
        + "\n".join(part for part in parts if part)
        + "\n</main>\n</body>\n</html>\n"
    )


def table(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: Collection[str] = (), text: str = ""
) -> str:
    """A table of plain text that may be wider than the screen. The first column names the row."""

    def cell(column: str, value: str, first: bool) -> str:
        if first:
            return f'<th scope="row">{escape(value)}</th>'
        kind = ' class="n"' if column in numbers else ' class="t"' if column == text else ""
        return f"<td{kind}>{escape(value)}</td>"

    def title(column: str, first: bool) -> str:
        kind = ' class="n"' if column in numbers and not first else ""
        return f'<th scope="col"{kind}>{escape(column)}</th>'

    top = "".join(title(column, at == 0) for at, column in enumerate(head))
    body = "\n".join(
        "<tr>" + "".join(cell(head[at], value, at == 0) for at, value in enumerate(row)) + "</tr>" for row in rows
    )
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}\n</tbody></table></div>"
    )


def listing(sentences: Sequence[str]) -> str:
    """A list of sentences."""
    return '<ul class="notes">' + "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences) + "</ul>"
