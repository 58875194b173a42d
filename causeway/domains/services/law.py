"""Facts of law for workers whose service is put out to tender, dated and with their sources.

They are moving: each says since when it holds and when it was last checked, and an alliance can correct it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Fact:
    """One fact: what it says, its source, since when it holds (None: not known) and when we looked it up."""

    key: str
    title: StrOrPromise
    says: StrOrPromise
    source: str
    source_url: str
    valid_from: date | None
    checked_on: date


LOOKED_UP = date(2026, 11, 21)

OUTSOURCING = (
    Fact(
        "tupe-inform",
        _("Inform representatives"),
        _("Employers inform the representatives of affected workers long enough before a transfer to consult them."),
        "TUPE Regulations 2006, regulation 13",
        "https://www.legislation.gov.uk/uksi/2006/246/regulation/13",
        date(2006, 4, 6),
        LOOKED_UP,
    ),
    Fact(
        "tupe-consult",
        _("Consult on measures"),
        _("An employer that plans measures for those workers must consult with a view to agreement."),
        "TUPE Regulations 2006, regulation 13(6)",
        "https://www.legislation.gov.uk/uksi/2006/246/regulation/13",
        date(2006, 4, 6),
        LOOKED_UP,
    ),
    Fact(
        "tupe-award",
        _("If they do not"),
        _("A tribunal may award up to 13 weeks’ pay to each affected worker."),
        "TUPE Regulations 2006, regulations 15 and 16",
        "https://www.legislation.gov.uk/uksi/2006/246/regulation/16",
        date(2006, 4, 6),
        LOOKED_UP,
    ),
    Fact(
        "redundancy-consult",
        _("Collective redundancies"),
        _("20 or more dismissals at one place within 90 days: consult at least 30 days before; 100 or more: 45 days."),
        "Trade Union and Labour Relations (Consolidation) Act 1992, section 188",
        "https://www.legislation.gov.uk/ukpga/1992/52/section/188",
        date(2013, 4, 6),
        LOOKED_UP,
    ),
    Fact(
        "redundancy-award",
        _("Protective award"),
        _("Up to 180 days’ pay where collective redundancies were not consulted on. A new threshold is due in 2027."),
        "Employment Rights Act 2025",
        "https://www.legislation.gov.uk/ukpga/1992/52/section/189",
        date(2026, 4, 6),
        LOOKED_UP,
    ),
    Fact(
        "two-tier",
        _("Two-tier workforce"),
        _("Protection for transferred and newly hired workers in outsourced services was expected from October 2026. "
          "Check whether it is in force."),
        "Employment Rights Act 2025, outsourcing provisions",
        "https://www.gov.uk/search/all?keywords=employment+rights+act+2025+outsourcing",
        None,
        LOOKED_UP,
    ),
)  # fmt: skip

FACTS = {fact.key: fact for fact in OUTSOURCING}
