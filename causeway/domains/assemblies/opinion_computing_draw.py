"""From votes on statements to what the page of the opinion map shows."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from causeway.domains.assemblies.opinion_computing import Figures, Gathered, figure, votes_of
from causeway.domains.assemblies.opinion_computing_map import least_votes, map_of
from causeway.domains.assemblies.opinion_computing_sectors import sectors_of
from causeway.domains.assemblies.opinion_steps import FEWEST, stepped

if TYPE_CHECKING:
    from causeway.engines.opinion import Votes


@dataclass(frozen=True)
class Drawn:
    """A map: ``figures`` for everybody who may see it; ``marks`` are checksums of votes, by which the next map finds
    out how many people have voted since, and are never shown.
    """

    figures: Figures
    marks: bytes


def draw(gathered: Gathered, *, before: Figures | None = None, marks: bytes = b"", last: bool = False) -> Drawn | None:
    """The map of these votes, whose axes point as ``before`` and whose groups keep their names.

    None where fewer than ``FEWEST`` people have voted since ``marks`` and no more hands are to be counted, unless it is
    the ``last``: so nobody learns from two maps what a few people voted between them.
    """
    earlier = before or {}
    votes = votes_of(gathered)
    fresh = _marks(votes)
    tables = _tables(gathered, earlier.get("tables", {}), last=last)
    if before is not None and not last and tables == before["tables"] and _changed(marks, fresh) < FEWEST:
        return None
    hands = {int(number): tuple(row["all"]) for number, row in tables.items()}
    enough = least_votes(votes)
    figures: Figures = {
        "people": int((votes.seen > 0).sum()),
        "votes": len(votes),
        "tables": tables,
        "totals": {str(number): _total(*gathered.totals[number]) for number in sorted(gathered.totals)},
        "sectors": sectors_of(votes, gathered, earlier.get("sectors", {})),
        "few": _few(votes, gathered),
        "map": map_of(votes, gathered, hands, enough, earlier.get("map")) if enough else None,
    }
    return Drawn(figures, fresh)


def _marks(votes: Votes) -> bytes:
    """Each participant’s number and a checksum of what they voted."""
    import numpy as np

    labels, values = votes.statements[votes.columns].astype("<i8").tobytes(), votes.values.tobytes()
    cuts = zip(votes.starts.tolist(), votes.starts[1:].tolist(), strict=False)
    sums = [zlib.crc32(values[first:last], zlib.crc32(labels[8 * first : 8 * last])) for first, last in cuts]
    return np.stack([votes.participants, np.array(sums, np.int64)]).astype("<i8").tobytes()


def _changed(before: bytes, now: bytes) -> int:
    """How many people have voted, voted otherwise, or taken their votes away."""
    import numpy as np

    old, new = (dict(np.frombuffer(marks, "<i8").reshape(2, -1).T.tolist()) for marks in (before, now))
    return sum(old.get(number) != new.get(number) for number in old.keys() | new.keys())


def _tables(gathered: Gathered, before: Figures, *, last: bool) -> Figures:
    """The hands at all tables together: agreed, disagreed and how many, by statement, in steps."""
    now = {
        str(number): {"all": [agreed, disagreed, agreed + disagreed + passed], "of": {}}
        for number, (agreed, disagreed, passed) in sorted(gathered.tables.items())
    }
    return stepped({} if last else before, now)


def _total(agreed: int, disagreed: int, passed: int) -> Figures:
    """How many agreed, disagreed and voted, with the shares."""
    import numpy as np

    from causeway.engines.opinion.intervals import share

    seen = np.array([agreed + disagreed + passed])
    shares = {"agree": share(np.array([agreed]), seen), "disagree": share(np.array([disagreed]), seen)}
    return {"all": [agreed, disagreed, int(seen[0])], **{side: figure(one) for side, one in shares.items()}}


def _few(votes: Votes, gathered: Gathered) -> list[str]:
    """The sections of which nobody, or too few to be shown, has spoken."""
    there = [gathered.sections.get(number, "") for number in votes.participants[votes.seen > 0].tolist()]
    return [section for section in gathered.expected if there.count(section) < FEWEST]
