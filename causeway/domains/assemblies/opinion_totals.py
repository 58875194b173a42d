"""How votes on a statement are shown: as a total that cannot be taken apart.

While a conversation goes on, a total moves in steps of ten votes: whoever reads it before and after somebody voted does
not learn what they voted. Below ten votes nothing is shown at all. When it is over, the total is exact.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from causeway.domains.assemblies.standing import SHOWN_FROM

Count = tuple[int, int, int]
STEP = SHOWN_FROM


@dataclass(frozen=True)
class Totals:
    """Votes of voices and of hands together: how many agreed, disagreed and passed; ``hands`` of them at tables."""

    agreed: int
    disagreed: int
    passed: int
    hands: int

    @property
    def votes(self) -> int:
        return self.agreed + self.disagreed + self.passed

    @property
    def agreed_share(self) -> int:
        """In whole per cent of all votes, rounded half up, as the others."""
        return share(self.agreed, self.votes)

    @property
    def disagreed_share(self) -> int:
        return share(self.disagreed, self.votes)

    @property
    def passed_share(self) -> int:
        return share(self.passed, self.votes)


def share(part: int, whole: int) -> int:
    """A part in whole per cent, rounded half up."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def to_show(now: Totals, shown: Totals | None, *, over: bool) -> Totals | None:
    """What is shown from now on: nothing below ten, and nothing new before ten more votes unless it is over."""
    if now.votes < SHOWN_FROM:
        return None
    if over or shown is None or abs(now.votes - shown.votes) >= STEP:
        return now
    return shown


def from_json(stored: dict[str, Any] | None) -> Totals | None:
    """The stored totals of a statement; None where nothing is shown."""
    return Totals(**stored) if stored else None
