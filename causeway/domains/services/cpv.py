"""What kinds of public service the CPV codes stand for: a table.

Common Procurement Vocabulary 2008 (Regulation (EC) No 213/2008): eight figures, of which the first two name the
division and the first three the group. The words are those by which a service in the register shows that it is of
this kind; they are compared as stems. The longest prefix that fits a code counts.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class KindOfService:
    """A prefix of codes, what it is called, and the words that tell a service of this kind."""

    prefix: str
    label: str
    words: tuple[str, ...]


KINDS = (
    KindOfService("331", "medical equipment", ("hospital", "clinic", "health", "medical")),
    KindOfService("45", "building and repair", ("housing", "repairs", "building", "roads")),
    KindOfService("50", "repair and maintenance", ("repairs", "maintenance", "housing")),
    KindOfService("55", "catering and school meals", ("meals", "catering", "kitchen", "canteen", "food")),
    KindOfService("60", "transport", ("bus", "transport", "rail", "minibus", "ambulance", "taxi")),
    KindOfService("63", "transport support and parking", ("parking", "transport", "station")),
    KindOfService("65", "water and energy", ("water", "energy", "heat")),
    KindOfService("70", "housing and property", ("housing", "homes", "tenants", "hostel", "property")),
    KindOfService("75", "administration and benefits", ("benefits", "welfare", "council", "registry", "jobcentre")),
    KindOfService("752", "police, courts, fire and rescue", ("fire", "police", "court", "rescue", "probation")),
    KindOfService("753", "benefits and social security", ("benefits", "welfare", "advice", "claimants", "jobcentre")),
    KindOfService("77", "parks and grounds", ("park", "parks", "grounds", "garden", "trees", "allotment")),
    KindOfService("796", "staffing and employment support", ("employment", "jobs", "jobcentre", "training")),
    KindOfService("80", "education and training", ("school", "college", "nursery", "education", "training", "youth")),
    KindOfService("851", "health", ("health", "hospital", "clinic", "nursing", "mental", "ward", "therapy", "surgery")),
    KindOfService(
        "853",
        "social work",
        ("care", "social", "carers", "day", "mental", "disability", "refuge", "hostel", "nursery", "youth", "elderly"),
    ),
    KindOfService(
        "85", "health and social work", ("health", "care", "social", "mental", "hospital", "nursing", "carers", "day")
    ),
    KindOfService("90", "waste, cleaning and environment", ("waste", "refuse", "recycling", "cleaning", "street")),
    KindOfService(
        "92", "culture, libraries and sport", ("library", "libraries", "museum", "leisure", "sports", "pool", "arts")
    ),
    KindOfService("98", "other community and personal services", ("community", "laundry", "cemetery", "home")),
)


def kind_of(code: str) -> KindOfService | None:
    """The kind that a code stands for, if it is one of public service."""
    fitting = [kind for kind in KINDS if code.startswith(kind.prefix)]
    return max(fitting, key=lambda kind: len(kind.prefix), default=None)
