"""The frame of future generations: the seven goals and the five ways of working of the Welsh Act.

Well-being of Future Generations (Wales) Act 2015, sections 4 and 5. It binds public bodies in Wales; anybody may ask by
it.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACT_URL = "https://www.legislation.gov.uk/anaw/2015/2/contents"


@dataclass(frozen=True)
class Point:
    """A goal or a way of working: its key, its name, and what to ask by it."""

    key: str
    name: str | Promise
    asks: str | Promise


GOALS = (
    Point("prosperous", _("A prosperous Wales"), _("Decent work, and an economy that lives within its means?")),
    Point("resilient", _("A resilient Wales"), _("Nature in good order, and able to bear change?")),
    Point("healthier", _("A healthier Wales"), _("Well-being of body and mind, now and in later life?")),
    Point("more_equal", _("A more equal Wales"), _("Can people flourish whatever their background?")),
    Point("cohesive", _("A Wales of cohesive communities"), _("Safe, connected places where people want to live?")),
    Point(
        "culture",
        _("A Wales of vibrant culture and thriving Welsh language"),
        _("Culture, heritage, sport, and Welsh in daily use?"),
    ),
    Point("global", _("A globally responsible Wales"), _("Does it do its part for the well-being of the world?")),
)
WAYS = (
    Point("long_term", _("Long term"), _("Are needs of today weighed against those of later generations?")),
    Point("prevention", _("Prevention"), _("Does it stop problems before they begin, or before they grow?")),
    Point("integration", _("Integration"), _("Was it asked what it does to the other goals, and to other bodies?")),
    Point("collaboration", _("Collaboration"), _("Was it made together with others who can help?")),
    Point("involvement", _("Involvement"), _("Were those whom it concerns involved, in all their variety?")),
)
POINTS = {point.key: point for point in (*GOALS, *WAYS)}
POINT_CHOICES = [(point.key, point.name) for point in POINTS.values()]
