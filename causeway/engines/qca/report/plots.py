"""The truth table and the fit of a solution as SVG. Colours come from the page's style; tables say the same."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from causeway.engines.qca.cases import HALF, UNIT, Units
from causeway.engines.qca.report.text import shown
from causeway.engines.qca.report.venn import KINDS, MARKS
from causeway.engines.qca.result import Comparison

ROW, COLUMN, HEAD = 24, 30, 92
FIELD, EDGE = 300, 44
LONGEST_LABEL, LETTER = 15, 6.5


def table_svg(found: Comparison) -> str:
    """The rows seen: a full circle where a condition is there, an empty one where it is not, or its value."""
    conditions, rows = found.cases.conditions, found.table.rows
    left = 40
    bars = left + COLUMN * len(conditions) + 60
    width, height = bars + 170, HEAD + ROW * len(rows) + 8
    parts = [
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        'aria-labelledby="table-title table-words" xmlns="http://www.w3.org/2000/svg">',
        '<title id="table-title">The truth table as a picture</title>',
        '<desc id="table-words">Rows that were seen, with a full circle for a condition that is there; bars show '
        "inclusion. The same figures stand in the table.</desc>",
    ]
    for place, condition in enumerate(conditions):
        x = left + COLUMN * place
        name = condition.name if len(condition.name) <= 12 else condition.name[:11] + "…"
        parts.append(f'<text x="{x}" y="{HEAD - 14}" transform="rotate(-50 {x} {HEAD - 14})">{escape(name)}</text>')
    parts.append(f'<text x="{bars}" y="{HEAD - 14}">inclusion</text>')
    for number, row in enumerate(rows):
        y = HEAD + ROW * number + ROW / 2
        parts.append(f'<text x="{left - 16}" y="{y + 4:g}" text-anchor="end">{row.number}</text>')
        for place, (condition, value) in enumerate(zip(conditions, row.values, strict=True)):
            x = left + COLUMN * place
            if condition.levels > 2:
                parts.append(f'<text x="{x}" y="{y + 4:g}" text-anchor="middle">{value}</text>')
            else:
                parts.append(f'<circle cx="{x}" cy="{y:g}" r="7" class="{"there" if value else "absent"}"/>')
        mark = f"{len(row.cases)}{MARKS[row.out]}"
        parts.append(f'<text x="{bars - 16}" y="{y + 4:g}" text-anchor="end">{mark}</text>')
        long = max(1, round(100 * float(row.inclusion)))
        parts.append(f'<rect x="{bars}" y="{y - 8:g}" width="{long}" height="16" class="{KINDS[row.out]} edge"/>')
        parts.append(f'<text x="{bars + 108}" y="{y + 4:g}">{shown(row.inclusion)}</text>')
    cut = bars + 100 * float(found.settings.cuts.inclusion)
    parts.append(f'<path d="M{cut:g} {HEAD - 6}V{height - 4}" class="cut"/>')
    return "\n".join([*parts, "</svg>"])


def xy_svg(found: Comparison, x: Units, *, name: str, number: int) -> str:
    """Membership in a term against that in the outcome. Cases above the diagonal fit a sufficient term."""
    y = found.cases.memberships
    size = FIELD + 2 * EDGE
    points: dict[tuple[int, int], list[str]] = {}
    for case, across, up in zip(found.cases.names, x.tolist(), y.tolist(), strict=True):
        points.setdefault((across, up), []).append(case)
    far, top = EDGE + FIELD, EDGE
    parts = [
        f'<svg viewBox="0 0 {size} {size}" class="plot" role="img" aria-labelledby="xy{number}-title xy{number}-words" '
        'xmlns="http://www.w3.org/2000/svg">',
        f'<title id="xy{number}-title">{escape(name)} against {escape(found.cases.outcome)}</title>',
        f'<desc id="xy{number}-words">Each dot is one or more cases; those above the diagonal fit. The lists of cases '
        "say the same.</desc>",
        f'<path d="M{EDGE} {top + FIELD}L{far} {top}V{top + FIELD}Z" class="unfit"/>',
        f'<rect x="{EDGE}" y="{top}" width="{FIELD}" height="{FIELD}" class="set"/>',
        f'<path d="M{EDGE + FIELD / 2} {top}V{top + FIELD}M{EDGE} {top + FIELD / 2}H{far}" class="half"/>',
        f'<path d="M{EDGE} {top + FIELD}L{far} {top}" class="half"/>',
        *(_tick(value) for value in (0, 0.5, 1)),
        f'<text x="{EDGE + FIELD / 2}" y="{size - 8}" text-anchor="middle">{escape(_short(name))}</text>',
        f'<text x="12" y="{top + FIELD / 2}" text-anchor="middle" transform="rotate(-90 12 {top + FIELD / 2})">'
        f"{escape(_short(found.cases.outcome))}</text>",
    ]
    dots = [_dot(across, up, cases) for (across, up), cases in sorted(points.items())]
    taken = [(dot.x - dot.radius, dot.x + dot.radius, dot.y) for dot in dots]
    for dot in dots:
        parts += [dot.svg, *dot.label(taken)]
    return "\n".join([*parts, "</svg>"])


def _short(name: str) -> str:
    return name if len(name) <= 44 else name[:43] + "…"


def _tick(value: float) -> str:
    along, base = EDGE + FIELD * value, EDGE + FIELD * (1 - value)
    return (
        f'<text x="{along:g}" y="{EDGE + FIELD + 16}" text-anchor="middle">{value:g}</text>'
        f'<text x="{EDGE - 6}" y="{base + 4:g}" text-anchor="end">{value:g}</text>'
    )


@dataclass(frozen=True)
class _Dot:
    """A dot, as large as its number of cases."""

    x: float
    y: float
    radius: float
    kind: str
    cases: tuple[str, ...]

    @property
    def svg(self) -> str:
        """The dot; its cases are named when it is pointed at."""
        names = f"<title>{escape(', '.join(self.cases))}</title>"
        return f'<circle cx="{self.x:.1f}" cy="{self.y:.1f}" r="{self.radius:.1f}" class="{self.kind}">{names}</circle>'

    def label(self, taken: list[tuple[float, float, float]]) -> list[str]:
        """The names, on the right or on the left, if they cover nothing there."""
        text = ", ".join(self.cases)
        if len(text) > LONGEST_LABEL:
            text = f"{self.cases[0][:10]} +{len(self.cases) - 1}" if len(self.cases) > 1 else text[:LONGEST_LABEL]
        wide = LETTER * len(text)
        right, left = self.x + self.radius + 2, self.x - self.radius - 2 - wide
        for start, at, anchor in ((right, right, "start"), (left, left + wide, "end")):
            inside = start > EDGE and start + wide < EDGE + FIELD + EDGE
            if inside and all(abs(self.y - y) > 10 or start >= end or start + wide <= begin for begin, end, y in taken):
                taken.append((start, start + wide, self.y))
                place = f'x="{at:.1f}" y="{self.y + 4:.1f}" text-anchor="{anchor}"'
                return [f'<text {place} class="small">{escape(text)}</text>']
        return []


def _dot(across: int, up: int, cases: list[str]) -> _Dot:
    return _Dot(
        x=EDGE + FIELD * across / UNIT,
        y=EDGE + FIELD * (1 - up / UNIT),
        radius=min(4 + 1.5 * (len(cases) - 1) ** 0.5, 14),
        kind="deviant" if across > HALF > up else "odd" if across > HALF and across > up else "fits",
        cases=tuple(cases),
    )
