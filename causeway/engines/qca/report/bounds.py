"""What comes out whatever missing figures are, as plain values, text and a page."""

from __future__ import annotations

from html import escape
from typing import Any

from causeway.engines.qca.missing import Bounded, BoundedModel, Range
from causeway.engines.qca.remarks import listed
from causeway.engines.qca.report.frame import framed, listing, table
from causeway.engines.qca.report.plain import figure
from causeway.engines.qca.report.text import lined

SHOWN_MODELS = 20


def bounds_as_plain(found: Bounded) -> dict[str, Any]:
    """As plain values; ranges as the least and the most."""
    return {
        "version": found.version,
        "digest": found.digest,
        "outcome": found.outcome,
        "cases": found.cases,
        "settings": found.settings.plain(),
        "missing": [{"case": case, "column": column} for case, column in found.missing],
        "completions": found.completions,
        "without_solution": found.unsolved,
        "terms_always": list(found.always),
        "models": [
            {
                "terms": list(model.text),
                "completions": model.completions,
                "inclusion": _plain(model.inclusion),
                "pri": _plain(model.pri),
                "coverage": _plain(model.coverage),
            }
            for model in found.models
        ],
        "models_found": found.models_found,
    }


def bounds_as_text(found: Bounded) -> str:
    """As text for a terminal."""
    head = ["", "comes out", "incl", "PRI", "cov"]
    rows = lined(head, [_row(found, model) for model in found.models[:SHOWN_MODELS]])
    return "\n".join([*_sentences(found), "", *rows, "", f"Digest: {found.digest}", ""])


def bounds_as_page(found: Bounded, *, checked_with: str) -> str:
    """As a page that stands alone."""
    head = ["Model", "Comes out", "Inclusion", "PRI", "Coverage"]
    rows = [_row(found, model) for model in found.models[:SHOWN_MODELS]]
    return framed(
        f"What goes with {found.outcome}, whatever the missing figures are",
        [
            listing(_sentences(found)),
            table("Models that could come out", head, rows, numbers=set(head[1:])),
            "<h2>How to check this</h2>",
            f"<p>With the same file, <code>{escape(checked_with)}</code> gives this again, with the digest "
            f"<code>{found.digest}</code> of cases and settings (version {found.version}).</p>",
        ],
    )


def _sentences(found: Bounded) -> list[str]:
    gaps = [f"{column} of {case}" for case, column in found.missing]
    always = " + ".join(found.always)
    return [
        f"Missing among {found.cases} cases: {listed(gaps)}.",
        f"{found.completions:,} combinations of what could stand there were tried.",
        f"Whatever they are, every model has: {always}." if always else "No term stands in every model that comes out.",
        *([f"{found.unsolved:,} of the combinations have no solution."] if found.unsolved else []),
        f"{found.models_found:,} {'model comes' if found.models_found == 1 else 'models come'} out"
        + (f"; the first {SHOWN_MODELS} are shown." if found.models_found > SHOWN_MODELS else "."),
    ]


def _row(found: Bounded, model: BoundedModel) -> list[str]:
    times = f"{model.completions:,} of {found.completions:,}"
    return [" + ".join(model.text), times, *map(_shown, (model.inclusion, model.pri, model.coverage))]


def _plain(figures: Range) -> list[float | None] | None:
    return None if figures is None else [figure(figures[0]), figure(figures[1])]


def _shown(figures: Range) -> str:
    if figures is None:
        return "–"
    low, high = (f"{float(one):.3f}" for one in figures)
    return low if low == high else f"{low}–{high}"
