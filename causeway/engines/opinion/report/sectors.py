"""The sectors on the page: who is shown, what bridges them, and why some are not."""

from __future__ import annotations

from html import escape

import numpy as np

from causeway.engines.opinion.findings import Findings, Sectors
from causeway.engines.opinion.report.sentences import WITHHELD, of_100, people, sector_rule, span, text_of
from causeway.engines.opinion.report.table import table

MOST_LISTED = 20


def sectors_part(found: Findings) -> list[str]:
    """Nothing where no sectors were declared."""
    sectors = found.sectors
    if sectors is None:
        return []
    parts = ["<h2>Between sectors</h2>", f"<p>{escape(sector_rule(found))}</p>"]
    parts.append(f"<ul>{''.join(f'<li>{escape(one)}</li>' for one in sizes(sectors))}</ul>")
    listed = bridging(found, sectors)
    if not listed:
        return [
            *parts,
            "<p>Of no statement is it sure that more than half of every sector shown agree, or disagree.</p>",
        ]
    head = ["Statement", "All sectors shown", "In each of them", *sectors.names]
    rows = [[escape(text_of(found, place)), *_cells(sectors, place, agreed)] for place, agreed in listed[:MOST_LISTED]]
    return [
        *parts,
        "<p>More than half of every sector shown think so, surest first.</p>",
        table("Statements that bridge the sectors", head, rows, set()),
    ]


def sizes(sectors: Sectors) -> list[str]:
    """“users: 120 people”, “carers: withheld”."""
    return [
        f"{name}: {people(int(sectors.sizes[place])) if sectors.shown.sectors[place] else WITHHELD}"
        for place, name in enumerate(sectors.names)
    ]


def bridging(found: Findings, sectors: Sectors) -> list[tuple[int, bool]]:
    """Statements that more than half of every sector shown agree on or disagree on, surest first."""
    listed = [
        (-float(figure.low[place]), int(place), agreed)
        for agreed, figure in ((True, sectors.bridging), (False, sectors.bridging_against))
        for place in np.flatnonzero(sectors.enough & found.accepted & (figure.low > 0.5))
    ]
    return [(place, agreed) for _, place, agreed in sorted(listed)]


def _cells(sectors: Sectors, place: int, agreed: bool) -> list[str]:
    figure = sectors.bridging if agreed else sectors.bridging_against
    part = sectors.tallies.agrees if agreed else sectors.tallies.disagrees
    cells = ["agree" if agreed else "disagree"]
    cells.append(f"{of_100(figure.value[place])} in 100 at least ({span(figure.low[place], figure.high[place])})")
    for sector in range(len(sectors.names)):
        votes, seen = int(part[sector, place]), int(sectors.tallies.seen[sector, place])
        cells.append(f"{votes:,} of {seen:,}" if sectors.shown.cells[sector, place] else WITHHELD)
    return cells
