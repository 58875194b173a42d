"""The trail of an alliance or an organisation, in plain sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.core.paginator import Page
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import Body
from causeway.domains.alliances.models import Organisation
from causeway.domains.alliances.policies import may_read_trail
from causeway.domains.people.queries import names_of
from causeway.kernel.actors import Actor
from causeway.kernel.audit import trail
from causeway.kernel.commands import DECLARED
from causeway.kernel.models import AuditEntry
from causeway.kernel.paging import Paginator

ON_A_PAGE = 50


@dataclass(frozen=True)
class TrailFilter:
    """What to show of a trail: one kind of change, one person, from a day to a day."""

    command: str = ""
    person_id: UUID | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True)
class TrailLine:
    """One change: who did what, on which day, and at what time unless only the day was kept."""

    day: date
    at: datetime | None
    who: str
    acting_for: str
    sentence: str
    by_staff: bool
    reason: str


@dataclass(frozen=True)
class Trail:
    """One page of a trail, and the kinds of change and the people that it can be filtered by."""

    lines: list[TrailLine]
    page: Page[AuditEntry]
    commands: list[tuple[str, str]]
    people: list[tuple[str, str]]


def trail_of(actor: Actor, body: Body, wanted: TrailFilter, number: str | int = 1) -> Trail:
    """What happened in a body, newest first, for those who run it. Raises Refused for others."""
    may_read_trail.require(actor, body)
    everything = trail([body.pk])
    page: Page[AuditEntry] = Paginator(_wanted(everything, wanted), ON_A_PAGE).get_page(number)
    entries = list(page.object_list)
    commands = everything.order_by("command").values_list("command", flat=True).distinct()
    actor_ids = everything.order_by().exclude(actor_id=None).values_list("actor_id", flat=True).distinct()
    names = names_of({person_id for person_id in actor_ids if person_id})
    bodies = _names_of_organisations(entries)
    return Trail(
        lines=[_line(entry, names, bodies) for entry in entries],
        page=page,
        commands=[(command, words_of(command)) for command in commands],
        people=sorted(((str(pk), name) for pk, name in names.items()), key=lambda pair: pair[1].lower()),
    )


def _wanted(entries: QuerySet[AuditEntry], wanted: TrailFilter) -> QuerySet[AuditEntry]:
    if wanted.command:
        entries = entries.filter(command=wanted.command)
    if wanted.person_id:
        entries = entries.filter(actor_id=wanted.person_id)
    if wanted.first:
        entries = entries.filter(at__gte=_midnight(wanted.first))
    if wanted.last:
        entries = entries.filter(at__lt=_midnight(wanted.last + timedelta(days=1)))
    return entries


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def words_of(command: str) -> str:
    """A command's name in words: “AppointToOffice” is “Appoint to office”."""
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", command).lower()
    return words[:1].upper() + words[1:]


def _names_of_organisations(entries: list[AuditEntry]) -> dict[UUID, str]:
    wanted = {entry.acting_for for entry in entries if entry.acting_for}
    return dict(Organisation.objects.filter(pk__in=wanted).values_list("pk", "name")) if wanted else {}


def _line(entry: AuditEntry, names: dict[UUID, str], bodies: dict[UUID, str]) -> TrailLine:
    local = timezone.localtime(entry.at)
    return TrailLine(
        day=local.date(),
        at=None if entry.command in _kept_to_the_day() else local,
        who=_who(entry, names),
        acting_for=bodies.get(entry.acting_for, "") if entry.acting_for else "",
        sentence=entry.sentence,
        by_staff=entry.actor_kind == AuditEntry.Kind.STAFF,
        reason=entry.reason,
    )


def _who(entry: AuditEntry, names: dict[UUID, str]) -> str:
    if entry.actor_kind == AuditEntry.Kind.MEMBER and entry.actor_id:
        return names.get(entry.actor_id, _("A member"))
    return str(AuditEntry.Kind(entry.actor_kind).label)


def _kept_to_the_day() -> frozenset[str]:
    return frozenset(kind.__name__ for kind, declared in DECLARED.items() if declared.to_the_day)
