"""What declared sectors (users, workers, community…) think, without giving away what any few people think.

Rules, with ``k`` (10 by default):

1. A sector of fewer than ``k`` people is withheld. So is its figure for a statement that fewer than ``k`` of it saw.
2. What is withheld must not come back by subtraction. Who takes the shown sectors from the total is left with all the
   others together: the withheld ones and the people who declared no sector. More sectors are withheld, the smallest
   first, until these others are at least ``k`` people and, for each of agree, disagree and pass, no withheld number
   (nor that of the people without a sector) is the only one that fits, given the totals, and given that an attacker
   knows the size of every sector. Where all fail, no sector is shown for that statement.

Rule 2 is checked exactly: the numbers that fit the published table form a transportation polytope, whose bounds for a
cell are whole numbers known in closed form. (Cox, “Suppression methodology and statistical disclosure control”, JASA 75
(1980); Willenborg and de Waal, “Elements of Statistical Disclosure Control”, 2001, on complementary suppression.)

Not protected: what totals say by themselves (nobody at all disagreed), what members of a withheld sector tell each
other, who reasons backwards from which cells were withheld, and a difference between two publications between which few
people voted: publish again when every sector has at least ``k`` new votes, or not at all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from causeway.engines.opinion.tallies import Tallies
from causeway.engines.opinion.votes import Flags, Integers

LEAST_PEOPLE = 10


@dataclass(frozen=True, eq=False)
class Shown:
    """Which sectors may be shown with their size, and which for each statement (``cells``: sectors x statements)."""

    sectors: Flags
    cells: Flags


def shown(tallies: Tallies, sizes: Integers, everybody: Tallies, people: int, *, k: int = LEAST_PEOPLE) -> Shown:
    """Which cells of the table of sectors may be published beside the totals of everybody.

    Args:
        tallies: votes by sector (first axis) and statement.
        sizes: how many people of the conversation declared each sector.
        everybody: the totals that are published, one row: of those without a sector too.
        people: how many people the conversation has.
        k: the fewest people about whom anything may be said.

    O(sectors^2 x statements); tried to 50 sectors and 10,000 statements.
    """
    kinds = np.stack([tallies.agrees, tallies.disagrees, tallies.seen - tallies.agrees - tallies.disagrees])
    totals = np.stack([everybody.agrees[0], everybody.disagrees[0]])
    totals = np.concatenate([totals, everybody.seen - totals.sum(axis=0)])
    rest, undeclared = totals - kinds.sum(axis=1), people - int(sizes.sum())
    whole = _safe_sectors(sizes, undeclared, k)
    cells = whole[:, None] & (tallies.seen >= k)
    for sector in np.argsort(sizes, kind="stable"):
        left = rest + (kinds * ~cells).sum(axis=1)
        cells[sector] &= _safe(left, totals, cells, sizes, undeclared, k)
    return Shown(whole, cells)


def _safe_sectors(sizes: Integers, undeclared: int, k: int) -> Flags:
    """Sectors whose size may be shown beside the number of people: small ones may not, nor what gives them away."""
    kept = sizes >= k
    for sector in np.argsort(sizes, kind="stable"):
        if _sizes_safe(sizes[~kept], undeclared, k):
            break
        kept[sector] = False
    return kept


def _sizes_safe(withheld: Integers, undeclared: int, k: int) -> bool:
    """Whether no size withheld can be computed from the sizes shown; of a small one it is known that it is small."""
    left = int(withheld.sum()) + undeclared
    if not left:
        return True
    upper = np.where(withheld < k, k - 1, left)
    floor = np.ones_like(upper)
    if undeclared:
        upper, floor = np.append(upper, left), np.append(floor, 0)
    lower = np.maximum(floor, left - (upper.sum() - upper))
    upper = np.minimum(upper, left - (floor.sum() - floor))
    return left >= k and bool((upper > lower).all())


def _safe(left: Integers, totals: Integers, cells: Flags, sizes: Integers, undeclared: int, k: int) -> Flags:
    """For which statements nothing withheld can be computed from what is shown.

    ``left`` (kinds x statements) is the total less the shown cells. A withheld cell of a sector of size ``c`` lies
    between ``left`` less the sizes of the other withheld ones (or 0) and ``left`` or ``c``, whichever is less.
    """
    hidden = np.vstack([~cells, np.full(cells.shape[1], undeclared > 0)])
    size = np.append(sizes, undeclared)[:, None]
    room = (hidden * size).sum(axis=0)
    upper = np.minimum(left[:, None, :], size)
    lower = np.maximum(left[:, None, :] - (room - size), 0)
    open_ = (upper > lower) | ~hidden | (totals == 0)[:, None, :]
    safe: Flags = ~hidden.any(axis=0) | ((left.sum(axis=0) >= k) & open_.all(axis=(0, 1)))
    return safe
