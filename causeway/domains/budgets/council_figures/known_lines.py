"""The lines of the summary of council spending (RS, and RA with the same numbers), and what each is for us.

Numbers and names after the returns of 2016-17 and 2017-18 (Ministry of Housing, Communities and Local Government).
In the returns income is negative, and so is what is taken from reserves.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from causeway.domains.budgets.models import Item, Line

SERVICES, BENEFITS, LEVIES, OTHER = "Services", "Housing benefit", "Precepts and levies", "Other spending"


@dataclass(frozen=True)
class Known:
    """What a line is: one that is spent on (``role``), an amount of the balance by its sign, or neither.

    ``income`` and ``spending`` are the kinds of the amount where it is negative, and where it is positive.
    """

    group: str = ""
    role: str = ""
    income: str = ""
    spending: str = ""


def _spent(group: str, role: str, *codes: int) -> dict[str, Known]:
    return {str(code): Known(group=group, role=role) for code in codes}


def _weighed(income: str, spending: str, *codes: int) -> dict[str, Known]:
    return {str(code): Known(income=income, spending=spending) for code in codes}


KIND = Item.Kind
LEFT_OUT = Known()

LINES: dict[str, Known] = {
    **_spent(SERVICES, Line.Role.SERVICE, 190, 290, 330, 360, 390, 490, 509, 590, 599, 601, 602, 690, 698),
    **_spent(BENEFITS, Line.Role.OTHER, 711, 712, 713, 714, 718),
    **_spent(LEVIES, Line.Role.OTHER, 721, 722, 724, 727, 728, 759),
    **_spent(OTHER, Line.Role.OTHER, 731, 732, 741, 742, 747, 748, 765, 766, 767, 771, 773, 776, 781, 783),
    **_spent(OTHER, Line.Role.OTHER, 786, 788, 789, 790, 793, 794, 795, 796),
    **_spent("", Line.Role.TOTAL, 699, 749, 785, 800, 805, 890),
    **_weighed(KIND.GRANTS, KIND.OTHER_OUT, 791, 803, 804, 851, 856),
    **_weighed(KIND.RESERVES_USED, KIND.RESERVES_RAISED, 815, 816),
    **_weighed(KIND.RATES, KIND.OTHER_OUT, 870),
    **_weighed(KIND.OTHER_IN, KIND.OTHER_OUT, 806, 811, 814, 880, 885),  # 811 and 814: schools and public health
    **{str(code): LEFT_OUT for code in (911, 914, 915, 916, 920, 983, *range(931, 983), *range(994, 998))},
}
USABLE_RESERVES = {"915", "916"}
"""Earmarked and unallocated reserves at 1 April. Those of schools, public health and housing are not the council's."""

HIGHEST_SERVICE_LINE = 690
TOTAL = re.compile(r"(sub-?\s?)?total\b|net (current|revenue) expenditure$|revenue expenditure$", re.IGNORECASE)


def known_line(code: str, name: str) -> Known | None:
    """What the line of that number is; None where we do not know. A service whose name says total is one."""
    known = LINES.get(code)
    if known is not None and known.role != Line.Role.SERVICE:
        return known
    if TOTAL.match(name):
        return Known(role=Line.Role.TOTAL)
    if known is not None:
        return known
    if "reserves at" in name.lower():
        return LEFT_OUT
    if code.isdecimal() and int(code) < HIGHEST_SERVICE_LINE:
        return Known(group=SERVICES, role=Line.Role.SERVICE)
    return None


def is_reserve_at_start(code: str, name: str) -> bool:
    """Whether a column holds usable reserves at the start of the year, by its number or, in older files, by words."""
    words = name.lower()
    if "1 april" not in words:
        return False
    return code in USABLE_RESERVES or "earmarked reserves" in words or "unallocated financial reserves" in words


def is_running_total(code: str) -> bool:
    """Whether the line is the sum of everything before it. Totals of a group in longer tables are not."""
    return code in LINES and LINES[code].role == Line.Role.TOTAL
