"""A statement's shares in every group, on one line from 0 to 100: where each group stands, and how surely."""

from __future__ import annotations

from html import escape

import numpy as np

from causeway.engines.opinion.findings import Findings
from causeway.engines.opinion.intervals import share
from causeway.engines.opinion.report.picture import marked
from causeway.engines.opinion.report.sentences import group_name, of_100

MOST_GROUPS = 6
WIDE, ROW, EDGE, RADIUS = 320, 20, 12, 8


def strip(found: Findings, place: int) -> str:
    """A small drawing; its words say the same. Nothing where there are more groups than a phone can show."""
    if len(found.names) > MOST_GROUPS:
        return ""
    figure = share(found.tallies.agrees[:, place], found.tallies.seen[:, place])
    tall = ROW * len(found.names) + 14
    parts = [
        f'<svg viewBox="0 0 {WIDE} {tall}" class="strip" role="img" aria-label="{escape(spoken(found, place))}">',
        *(f'<path class="axis" d="M{_x(at):.1f} 0V{tall - 12}"/>' for at in (0.0, 0.5, 1.0)),
    ]
    for group in np.argsort(-figure.value, kind="stable").tolist():
        y = ROW * group + ROW / 2
        low, high = _x(float(figure.low[group])), _x(float(figure.high[group]))
        parts.append(f'<path class="span s{group % 5}" d="M{low:.1f} {y}H{high:.1f}"/>')
        parts.append(marked(found, group, _x(float(figure.value[group])), y, RADIUS))
    for at, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        parts.append(
            f'<text class="scale" x="{_x(at):.1f}" y="{tall - 1}" text-anchor="{anchor}">{100 * at:.0f}</text>'
        )
    return "".join([*parts, "</svg>"])


def spoken(found: Findings, place: int) -> str:
    """“Of 100 agree: Group A 84, Group B 11”."""
    agrees, seen = found.tallies.agrees[:, place], found.tallies.seen[:, place]
    shares = [
        f"{group_name(found, group)} {of_100((int(agrees[group]) + 1) / (int(seen[group]) + 2))}"
        for group in range(len(found.names))
    ]
    return f"Of 100 agree: {', '.join(shares)}"


def _x(share_: float) -> float:
    return EDGE + share_ * (WIDE - 2 * EDGE)
