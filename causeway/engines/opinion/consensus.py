"""What all groups share: group-informed consensus, bridging, and its opposite, what divides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from causeway.engines.opinion.intervals import TOO_WIDE, Figure, difference, least, product, share
from causeway.engines.opinion.tallies import Tallies
from causeway.engines.opinion.votes import Flags


@dataclass(frozen=True, eq=False)
class Common:
    """Figures of every statement across the groups.

    consensus, consensus_against: the product over groups of ``(agrees + 1) / (seen + 2)``, and of ``(disagrees + 1) /
        (seen + 2)`` (Small et al. 2021). It falls with the number of groups: compare statements, not conversations.
    bridging, bridging_against: the share who agree (disagree) in the group where it is least, as far as is known: the
        median of the least of the groups' shares. Unlike a product it stays a share: “in every group at least”.
    gap: the share who agree in the group most surely for the statement, less that in the group most surely not for it.
    most, fewest: the places of these two groups.
    enough: whether in every group the interval of the share is narrower than half of the scale.
    """

    consensus: Figure
    consensus_against: Figure
    bridging: Figure
    bridging_against: Figure
    gap: Figure
    most: NDArray[np.intp]
    fewest: NDArray[np.intp]
    enough: Flags


def common(tallies: Tallies) -> Common:
    """Measure what the groups of ``tallies`` share. O(groups x statements); tried to 10 groups and 10,000 statements.

    Source: C. Small, M. Bjorkegren, T. Erkkilä, L. Shaw, C. Megill, “Polis: Scaling deliberation by mapping high
    dimensional opinion spaces”, Recerca 26(2) (2021), for consensus; see ``intervals`` for the rest.
    """
    agree, disagree = share(tallies.agrees, tallies.seen), share(tallies.disagrees, tallies.seen)
    most, fewest = agree.low.argmax(axis=0), agree.high.argmin(axis=0)
    return Common(
        consensus=product(tallies.agrees, tallies.seen),
        consensus_against=product(tallies.disagrees, tallies.seen),
        bridging=least(tallies.agrees, tallies.seen),
        bridging_against=least(tallies.disagrees, tallies.seen),
        gap=difference(_of(agree, most), _of(agree, fewest)),
        most=most,
        fewest=fewest,
        enough=np.maximum(agree.width, disagree.width).max(axis=0) <= TOO_WIDE,
    )


def bridges(figures: Common, *, least_share: float = 0.5) -> list[tuple[int, bool]]:
    """Statements that every group agrees on (``True``) or disagrees on, surest first.

    Those with votes enough whose bridging is above ``least_share`` even at the low end of its interval.
    """
    found = [
        (-float(figure.low[place]), int(place), agreed)
        for agreed, figure in ((True, figures.bridging), (False, figures.bridging_against))
        for place in np.flatnonzero(figures.enough & (figure.low > least_share))
    ]
    return [(place, agreed) for _, place, agreed in sorted(found)]


def divides(figures: Common) -> list[int]:
    """Statements on which two groups surely differ, the widest gap first (by the low end of its interval)."""
    low = np.where(figures.enough, figures.gap.low, 0)
    return [int(place) for place in np.argsort(-low, kind="stable") if low[place] > 0]


def _of(shares: Figure, groups: NDArray[np.intp]) -> Figure:
    """Each statement's figure in its own one of the groups."""
    every = np.arange(len(groups))
    return Figure(shares.value[groups, every], shares.low[groups, every], shares.high[groups, every])
