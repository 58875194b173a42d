"""What a paper bought, ready to be shown to whoever knows its code."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from causeway.domains.budgets.computing import Stood
from causeway.domains.budgets.models import Way
from causeway.domains.budgets.sentence import in_pounds
from causeway.domains.budgets.sharing import Bought


@dataclass(frozen=True)
class PartShown:
    """A proposal that a paper chose and that is paid for, with the paper’s own part of its cost."""

    title: str
    cost: str
    part: str


@dataclass(frozen=True, kw_only=True)
class BoughtShown:
    """What one way made of one paper."""

    label: str
    decides: bool
    parts: list[PartShown]
    in_vain: list[str]
    sentence: str


def bought_shown(bought: Bought, stood: Sequence[Stood], decides: Way | None) -> BoughtShown:
    """What one way made of one paper, in words."""
    rest = _("out of what the shares left over")
    parts = [
        PartShown(
            stood[one.place].title,
            in_pounds(stood[one.place].cost_pounds),
            rest if one.pence is None else to_the_penny(one.pence),
        )
        for one in bought.parts
    ]
    return BoughtShown(
        label=str(Way(bought.way).label),
        decides=bought.way == decides,
        parts=parts,
        in_vain=[stood[place].title for place in bought.in_vain],
        sentence=_of_share(bought),
    )


def _of_share(bought: Bought) -> str:
    if bought.held is None or bought.left is None:
        worth = sum((one.pence for one in bought.parts if one.pence is not None), Fraction(0))
        said = _(
            "Nobody holds a share under this way. Divided equally among those who ticked it, %(worth)s is for you."
        )
        return said % {"worth": to_the_penny(worth)}
    said = _("Your paper held %(held)s. It paid %(paid)s for what you ticked, and had %(left)s left.")
    paid = to_the_penny(bought.held - bought.left)
    return said % {"held": to_the_penny(bought.held), "paid": paid, "left": to_the_penny(bought.left)}


def to_the_penny(pence: Fraction) -> str:
    """£12.34, rounded to the penny."""
    whole = int(pence + Fraction(1, 2))
    return f"£{whole // 100:,}.{whole % 100:02}"
