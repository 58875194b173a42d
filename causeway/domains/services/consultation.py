"""The consultation checklist: what the law asks of whoever consults on a service, point by point.

With each part stand its source and who published what was read. Not legal advice: an alliance can correct what is said
(``LawNote``).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class Point:
    """One question of the checklist."""

    key: str
    title: StrOrPromise
    asks: StrOrPromise


@dataclass(frozen=True)
class Part:
    """A part of the checklist, with the source of the law that it rests on.

    ``read_in`` names whose publications were read in November 2026; "" where nobody has checked it yet.
    """

    key: str
    title: StrOrPromise
    intro: StrOrPromise
    source: str
    source_url: str
    read_in: StrOrPromise
    points: tuple[Point, ...]


PARTS = (
    Part(
        "gunning",
        _("Gunning: was the consultation fair?"),
        _("Fairness asks more where an existing benefit is taken away. Rejected alternatives must sometimes be named."),
        "R (Moseley) v Haringey [2014] UKSC 56",
        "https://www.bailii.org/uk/cases/UKSC/2014/56.html",
        _("notes by Pinsent Masons and 11KBW"),
        (
            Point("gunning-formative", _("Formative stage"), _("Was it still open when people were asked?")),
            Point("gunning-reasons", _("Sufficient reasons"), _("Could people understand the proposal and answer it?")),
            Point("gunning-time", _("Adequate time"), _("Was there enough time to consider and respond?")),
            Point("gunning-consideration", _("Conscientious consideration"), _("Were the answers weighed?")),
        ),
    ),
    Part(
        "best-value",
        _("Best value: was everybody asked whom the law names?"),
        _("A best value authority must consult representatives of each of these groups."),
        "Local Government Act 1999, section 3(2)",
        "https://www.legislation.gov.uk/ukpga/1999/27/section/3",
        "legislation.gov.uk",
        (
            Point("value-tax", _("Council-tax payers"), _("Who represented them, and when were they asked?")),
            Point("value-rates", _("Payers of business rates"), _("Who represented them, and when were they asked?")),
            Point("value-users", _("Service users"), _("Who represented them, and when were they asked?")),
            Point("value-area", _("People with an interest in the area"), _("Who represented them, and when?")),
        ),
    ),
    Part(
        "psed",
        _("Equality duty: was due regard paid?"),
        _("A public authority must have due regard to these aims before and when it decides, not after."),
        "Equality Act 2010, section 149",
        "https://www.legislation.gov.uk/ukpga/2010/15/section/149",
        _("a published summary"),
        (
            Point("psed-assessment", _("Equality assessment"), _("Was one made and published? On what evidence?")),
            Point("psed-formative", _("In time"), _("Was it made while the proposal was still forming?")),
            Point("psed-discrimination", _("Eliminate discrimination"), _("Was the effect on each group weighed?")),
            Point("psed-opportunity", _("Advance equality"), _("Were disadvantages and different needs considered?")),
            Point("psed-relations", _("Foster good relations"), _("Were prejudice and understanding considered?")),
        ),
    ),
)  # fmt: skip

POINTS = {point.key: point for part in PARTS for point in part.points}
