"""A comparison in plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from causeway.engines.qca.report.sentences import firmness
from causeway.engines.qca.result import Comparison, ModelFound
from causeway.engines.qca.robustness import Robustness

SHOWN_MODELS = 20


def as_text(found: Comparison, robustness: Robustness | None = None) -> str:
    """Truth table, models, necessity and remarks."""
    many = len(found.models)
    return "\n".join(
        [
            f"{found.cases.outcome}: {len(found.cases.names)} cases, {found.settings.solution} solution",
            "",
            *_table(found),
            "",
            *(
                line
                for number, model in enumerate(found.models[:SHOWN_MODELS], 1)
                for line in _model(found, number, model)
            ),
            *([f"… and {many - SHOWN_MODELS:,} more models (see --json)", ""] if many > SHOWN_MODELS else []),
            *_necessity(found),
            "",
            *(["How firm it is", *(f"  {one}" for one in firmness(found, robustness)), ""] if robustness else []),
            *(f"Note: {sentence}" for sentence in found.remarks),
            *([""] if found.remarks else []),
            f"Digest: {found.digest}",
            "",
        ]
    )


def shown(value: Fraction | None) -> str:
    """A figure to three decimals."""
    return "–" if value is None else f"{float(value):.3f}"


def lined(head: Sequence[str], rows: Sequence[Sequence[str]], *, left: int = 1) -> list[str]:
    """Columns one under the other; the last one and the first ``left`` ones start on the left."""
    table = [list(head), *map(list, rows)]
    widths = [max(len(row[column]) for row in table) for column in range(len(head))]
    last = len(head) - 1
    return [
        "  ".join(
            cell.ljust(width) if column < left or column == last else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in table
    ]


def _table(found: Comparison) -> list[str]:
    names = [condition.name for condition in found.cases.conditions]
    rows = [
        [
            str(row.number), *map(str, row.values), row.out, str(len(row.cases)), shown(row.inclusion), shown(row.pri),
            ", ".join(row.cases),
        ]
        for row in found.table.rows
    ]  # fmt: skip
    return ["Truth table", *lined(["row", *names, "out", "n", "incl", "PRI", "cases"], rows, left=0)]


def _model(found: Comparison, number: int, model: ModelFound) -> list[str]:
    arrow = "<->" if model.fit.inclusion == model.fit.coverage == 1 else "->"
    rows = [
        [term.text, *figures(term.fit.inclusion, term.fit.pri, term.fit.coverage, term.unique), ", ".join(term.cases)]
        for term in model.terms
    ]
    whole = ["all together", *figures(model.fit.inclusion, model.fit.pri, model.fit.coverage), "", ""]
    origin = f" (from {model.origin})" if model.origin else ""
    return [
        f"M{number}: {model.text} {arrow} {found.cases.outcome}{origin}",
        *lined(["", "incl", "PRI", "cov", "unique", "cases"], [*rows, whole]),
        "",
    ]


def figures(*values: Fraction | None) -> list[str]:
    """Figures to three decimals."""
    return [shown(value) for value in values]


def _necessity(found: Comparison) -> list[str]:
    rows = [
        [one.text, *figures(one.fit.inclusion, one.fit.ron, one.fit.coverage), "necessary" if one.necessary else ""]
        for one in found.necessity
    ]
    return ["Necessity", *lined(["", "incl", "RoN", "cov", ""], rows)]
