"""From which increase of council tax on a council in England must hold a referendum.

Section 52ZB of the Local Government Finance Act 1992; the figures are set each year by the principles that the House
of Commons approves with the finance settlement. From: House of Commons Library, briefing SN05682, for councils with
social care and for districts. The years in ``LOOKED_UP`` were checked in November 2026; the others are from memory, and
the source that is filled in says so. Whoever runs a budget can correct them there.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.budgets.models import Budget


@dataclass(frozen=True)
class Limit:
    """The increase, in hundredths of one per cent, from which on a referendum must be held, and who says so."""

    social_care_hundredths: int
    district_hundredths: int
    source: str


BY_YEAR = {
    2017: (500, 200),
    2018: (600, 300),
    2019: (600, 300),
    2020: (400, 200),
    2021: (500, 200),
    2022: (300, 200),
    2023: (500, 300),
    2024: (500, 300),
    2025: (500, 300),
}
LOOKED_UP = frozenset({2017, 2019, 2020, 2023, 2025})


def has_referendums(nation: str) -> bool:
    """Whether councils of this nation hold referendums on council tax. Only England has them."""
    return nation == Budget.Nation.ENGLAND


def limit_for(nation: str, year: int) -> Limit | None:
    """The limit of that year where we know it."""
    if not has_referendums(nation) or year not in BY_YEAR:
        return None
    if year in LOOKED_UP:
        source = _("Council tax referendum principles %(year)s (House of Commons Library, SN05682)")
    else:
        source = _("Council tax referendum principles %(year)s, from memory: check before you rely on it")
    years = f"{year}–{(year + 1) % 100:02}"
    return Limit(*BY_YEAR[year], source % {"year": years})
