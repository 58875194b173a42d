"""Facts of law for workers whose service is put out to tender, dated and with their sources.

They are moving: each says since when it holds, as far as that was looked up, and who published what was read when it
was. Whatever was not looked up says so. An alliance can correct each.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Fact:
    """One fact: what it says, where the law stands, since when it holds (None: not looked up).

    ``read_in`` names whose publications were read in November 2026; "" where nobody has checked it yet.
    """

    key: str
    title: StrOrPromise
    says: StrOrPromise
    source: str
    source_url: str
    valid_from: date | None
    read_in: StrOrPromise


READ_BY_LAWYERS = _("notes by Thompsons, Bevan Brittan and Irwin Mitchell")
READ = _("a published summary")

OUTSOURCING = (
    Fact(
        "tupe-inform",
        _("Inform representatives"),
        _("The employer must inform the workers’ representatives long enough before the transfer."),
        "TUPE Regulations 2006, regulation 13",
        "https://www.legislation.gov.uk/uksi/2006/246/regulation/13",
        None,
        READ,
    ),
    Fact(
        "tupe-consult",
        _("Consult on measures"),
        _("An employer that plans measures for those workers must consult their representatives."),
        "TUPE Regulations 2006, regulation 13",
        "https://www.legislation.gov.uk/uksi/2006/246/regulation/13",
        None,
        READ,
    ),
    Fact(
        "tupe-award",
        _("If they do not"),
        _("Up to 13 weeks’ pay."),
        "TUPE Regulations 2006",
        "https://www.legislation.gov.uk/uksi/2006/246",
        None,
        READ,
    ),
    Fact(
        "redundancy-consult",
        _("Collective redundancies"),
        _("Consult at least 30 days before the first dismissal, or 45 days where many are planned."),
        "Trade Union and Labour Relations (Consolidation) Act 1992, section 188",
        "https://www.legislation.gov.uk/ukpga/1992/52/section/188",
        None,
        READ,
    ),
    Fact(
        "redundancy-numbers",
        _("How many are many"),
        _("20 or more dismissals at one place within 90 days: 30 days. 100 or more: 45 days."),
        "Trade Union and Labour Relations (Consolidation) Act 1992, section 188",
        "https://www.legislation.gov.uk/ukpga/1992/52/section/188",
        None,
        "",
    ),
    Fact(
        "redundancy-award",
        _("Protective award"),
        _("Up to 180 days’ pay where collective redundancies were not consulted on. A new threshold is due in 2027."),
        "Employment Rights Act 2025",
        "https://www.gov.uk/search/all?keywords=employment+rights+act+2025+protective+award",
        date(2026, 4, 6),
        READ_BY_LAWYERS,
    ),
    Fact(
        "two-tier",
        _("Two-tier workforce"),
        _("Protection in outsourced services was expected from October 2026. Check whether it is in force."),
        "Employment Rights Act 2025, outsourcing provisions",
        "https://www.gov.uk/search/all?keywords=employment+rights+act+2025+outsourcing",
        None,
        READ_BY_LAWYERS,
    ),
)

FACTS = {fact.key: fact for fact in OUTSOURCING}
