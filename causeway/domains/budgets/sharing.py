"""What one paper bought: worked out from the published figures alone, so that everybody can check their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from causeway.domains.budgets.computing import Funded, Worked
from causeway.domains.budgets.models import Way

PENCE = 100


@dataclass(frozen=True)
class Part:
    """A proposal that the paper chose and that is paid for. ``pence`` is the paper's own part of the cost; None where
    no share paid, since the proposal came out of what the shares left over."""

    place: int
    pence: Fraction | None


@dataclass(frozen=True, kw_only=True)
class Bought:
    """What one way made of one paper. ``held`` and ``left`` are its share in pence, before and after; None under most
    votes first, where nobody holds a share and the parts divide each cost equally."""

    way: str
    parts: tuple[Part, ...]
    in_vain: tuple[int, ...]
    held: Fraction | None
    left: Fraction | None


def bought_by(worked: Worked, marks: Sequence[int], section: str) -> Bought:
    """What a paper with these marks bought under this way."""
    mine = [one for one in worked.funded if marks[one.place]]
    held = Fraction(worked.held.get(section, worked.held.get("", "0"))) if worked.held else None
    parts, left = _paid(mine, held)
    chosen = {one.place for one in mine}
    in_vain = tuple(place for place, mark in enumerate(marks) if mark and place not in chosen)
    return Bought(way=worked.way, parts=tuple(parts), in_vain=in_vain, held=held, left=left)


def _paid(mine: Sequence[Funded], held: Fraction | None) -> tuple[list[Part], Fraction | None]:
    if held is None:
        return [Part(one.place, Fraction(one.cost_pounds * PENCE, one.votes)) for one in mine], None
    parts, left = [], held
    for one in mine:
        paid = min(left, Fraction(one.payment)) if one.payment else None
        left -= paid or 0
        parts.append(Part(one.place, paid))
    return parts, left


def by_shares(way: str) -> bool:
    """Whether this way gives each voter a share of the money."""
    return way != Way.MOST_VOTES
