"""How many signed, and from where: what may be said in public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from causeway.domains.petitions import postcodes

SMALLEST = 10


@dataclass(frozen=True)
class AreaCount:
    """How many signed in one postcode area; ``share`` is out of 100 of the largest."""

    area: str
    name: str
    signatures: int
    share: int


@dataclass(frozen=True)
class Totals:
    """The totals of one petition. ``elsewhere`` is what is left out of ``areas`` because too few signed there."""

    online: int
    paper: int
    areas: list[AreaCount] = field(default_factory=list)
    elsewhere: int = 0

    @property
    def total(self) -> int:
        """Both parts."""
        return self.online + self.paper


def totals_of(rows: Iterable[tuple[str, str, int]]) -> Totals:
    """Totals from rows of the tally and of sheets that were only counted: source, area ("" for none), signatures."""
    by_source: dict[str, int] = {}
    by_area: dict[str, int] = {}
    for source, area, signatures in rows:
        by_source[source] = by_source.get(source, 0) + signatures
        by_area[area] = by_area.get(area, 0) + signatures
    areas = shown_areas(by_area)
    total = sum(by_area.values())
    return Totals(
        online=by_source.get("online", 0),
        paper=by_source.get("paper", 0),
        areas=areas,
        elsewhere=total - sum(area.signatures for area in areas),
    )


def shown_areas(by_area: Mapping[str, int], smallest: int = SMALLEST) -> list[AreaCount]:
    """The areas with ``smallest`` signatures or more, largest first.

    Where those left out come to fewer than ``smallest`` together, the smallest area shown is left out too: otherwise
    the total less the areas shown would tell the small number.
    """
    counts = sorted(((n, area) for area, n in by_area.items() if area and n > 0), reverse=True)
    shown = [(n, area) for n, area in counts if n >= smallest]
    hidden = sum(n for n in by_area.values() if n > 0) - sum(n for n, _area in shown)
    if 0 < hidden < smallest and shown:
        shown.pop()
    largest = shown[0][0] if shown else 1
    return [AreaCount(area, postcodes.name_of(area), n, max(1, round(100 * n / largest))) for n, area in shown]
