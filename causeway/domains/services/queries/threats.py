"""Reads of threats: published ones are everybody's, the others those of the alliance that recorded them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Page
from django.db.models import Case, DateField, F, Func, OuterRef, Q, QuerySet, When
from django.db.models.functions import Coalesce, JSONObject, Least
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django_stubs_ext import StrOrPromise

from causeway.domains.alliances.standing import alliances_of
from causeway.domains.services.consultation import PARTS, POINTS, Part, Point
from causeway.domains.services.deadlines import LABELS, DecisionClock, clock_of
from causeway.domains.services.law import OUTSOURCING, Fact
from causeway.domains.services.models import ChecklistNote, DateMove, LawNote, Threat
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Visitor
from causeway.kernel.errors import Missing
from causeway.kernel.paging import Paginator

__all__ = ["ThreatWithClock", "by_next_date", "clock_of", "threats_with_clock", "visible_threats"]


def visible_threats(actor: Actor) -> QuerySet[Threat]:
    """The threats that the actor sees: the published ones, and those of the alliances that they stand in."""
    return Threat.objects.filter(Q(is_public=True) | Q(alliance_id__in=alliances_of(actor)))


def with_date_sources(threats: QuerySet[Threat]) -> QuerySet[Threat]:
    """These threats, each with ``said``: who said each date of its clock, oldest first, in the same query."""
    moves = DateMove.objects.filter(threat=OuterRef("pk")).order_by("moved_on", "id")
    shape = JSONObject(which="which", source="source", source_url="source_url")
    return threats.annotate(said=ArraySubquery(moves.values(row=shape)))


def source_of_date(threat: Threat, name: str) -> tuple[str, str]:
    """Who said one date of a threat from ``with_date_sources``, and the link to it; else the threat's own source."""
    last = {row["which"]: (row["source"], row["source_url"]) for row in threat.said}  # type: ignore[attr-defined]
    return last.get(name, (threat.source, threat.source_url))


class LastDayForReview(Func):
    """In the database what ``deadlines.last_day_for_review`` reckons: three months less a day."""

    template = "((%(expressions)s + interval '3 months' - interval '1 day')::date)"
    output_field = DateField()


def by_next_date(threats: QuerySet[Threat]) -> QuerySet[Threat]:
    """Ordered by their next deadline, soonest first; those without a date to come stand last."""
    today = clock.today()
    with_review = threats.annotate(review_on=Coalesce("review_by", LastDayForReview("decided_on")))
    names = ["review_on" if name == "review_by" else name for name in LABELS]
    coming = [Case(When(**{f"{name}__gte": today}, then=F(name)), output_field=DateField()) for name in names]
    return with_review.annotate(next_on=Least(*coming)).order_by(F("next_on").asc(nulls_last=True), "title", "id")


@dataclass(frozen=True)
class ThreatWithClock:
    """A threat ready to show in a list. Without a date to come, ``next_on``, its label and days are None."""

    id: UUID
    title: str
    url: str
    kind: str
    service_name: str
    service_url: str
    alliance_id: UUID
    is_public: bool
    clock: DecisionClock
    next_on: date | None
    next_label: StrOrPromise | None
    days_left: int | None


def threats_with_clock(
    actor: Actor, alliance_ids: Collection[UUID] | None = None, limit: int | None = None
) -> list[ThreatWithClock]:
    """Open threats that the actor sees, soonest deadline first; of these alliances only, where they are given."""
    open_threats = visible_threats(actor).filter(closed_on=None, withdrawn_on=None)
    if alliance_ids is not None:
        open_threats = open_threats.filter(alliance_id__in=alliance_ids)
    if limit is not None:
        # chosen first and joined after: the services of a few threats, not of all before they are put in order
        open_threats = Threat.objects.filter(pk__in=by_next_date(open_threats).values("pk")[:limit])
    return [_with_clock(threat) for threat in by_next_date(open_threats).select_related("service")]


def _with_clock(threat: Threat) -> ThreatWithClock:
    reckoned = threat.clock
    return ThreatWithClock(
        id=threat.pk,
        title=threat.title,
        url=threat.get_absolute_url(),
        kind=threat.get_kind_display(),
        service_name=threat.service.name,
        service_url=threat.service.get_absolute_url(),
        alliance_id=threat.alliance_id,
        is_public=threat.is_public,
        clock=reckoned,
        next_on=reckoned.next.date if reckoned.next else None,
        next_label=reckoned.next.label if reckoned.next else None,
        days_left=reckoned.next.days_left if reckoned.next else None,
    )


@dataclass(frozen=True)
class WantedThreats:
    """What somebody looks for among the threats; empty parts ask for nothing."""

    kind: str = ""
    area: str = ""
    alliance: str = ""
    ended: bool = False


def listed_threats(actor: Actor, wanted: WantedThreats) -> QuerySet[Threat]:
    """The threats that fit, soonest deadline first; those that ended, latest first."""
    threats = visible_threats(actor).select_related("service__provider", "alliance").defer("service__search")
    if wanted.kind:
        threats = threats.filter(kind=wanted.kind)
    if wanted.area:
        threats = threats.filter(service__area__icontains=wanted.area)
    if wanted.alliance:
        threats = threats.filter(alliance__slug=wanted.alliance)
    if wanted.ended:
        return threats.exclude(closed_on=None).order_by("-closed_on", "title")
    return by_next_date(threats.filter(closed_on=None))


def threats_page(actor: Actor, wanted: WantedThreats, page: int | str) -> Page[Threat]:
    """A page of them."""
    return Paginator(listed_threats(actor, wanted), 25).get_page(page)


def threat_at(actor: Actor, slug: str) -> Threat:
    """A threat with what its page shows. Raises Missing, also for one that is not the actor's to see."""
    threat = (
        visible_threats(actor)
        .select_related("service__provider", "alliance")
        .prefetch_related("date_moves", "evidence", "checklist_notes")
        .filter(slug=slug)
        .first()
    )
    if threat is None:
        raise Missing
    return threat


@dataclass(frozen=True)
class CheckedPoint:
    """A point of the checklist with its notes; the last one says where it stands."""

    point: Point
    notes: tuple[ChecklistNote, ...]

    @property
    def last(self) -> ChecklistNote | None:
        """The latest note."""
        return self.notes[-1] if self.notes else None


def checklist_of(threat: Threat) -> list[tuple[Part, list[CheckedPoint]]]:
    """The consultation checklist as it stands."""
    notes = list(threat.checklist_notes.all())
    return [
        (part, [CheckedPoint(point, tuple(n for n in notes if n.point == point.key)) for point in part.points])
        for part in PARTS
    ]


@dataclass(frozen=True)
class LawLine:
    """A fact of law, with the alliance's own latest correction where it made one."""

    fact: Fact
    correction: LawNote | None


def law_of(threat: Threat) -> list[LawLine]:
    """What the law says to workers, for a threat of outsourcing; nothing for other kinds."""
    if threat.kind != Threat.Kind.OUTSOURCING:
        return []
    corrections = {note.fact: note for note in LawNote.objects.filter(alliance_id=threat.alliance_id)}
    return [LawLine(fact, corrections.get(fact.key)) for fact in OUTSOURCING]


@dataclass(frozen=True)
class Happening:
    """A line of a chronology. ``coming`` for what lies ahead."""

    on: date
    words: str
    detail: str = ""
    source: str = ""
    source_url: str = ""
    coming: bool = False


def chronology_of(threat: Threat) -> list[Happening]:
    """Everything that is known about a threat in order of date: what happened, was recorded, and is to come."""
    lines = [Happening(p.date, str(p.label), coming=p.days_left > 0) for p in threat.clock.points]
    for move in threat.date_moves.all():
        if move.was is not None:
            words = _("Date moved: %(which)s") % {"which": move.get_which_display()}
            detail = _("It was %(was)s and became %(became)s.") % {
                "was": date_format(move.was),
                "became": date_format(move.became) if move.became else _("open"),
            }
            lines.append(Happening(move.moved_on, words, detail, move.source, move.source_url))
    for piece in threat.evidence.all():
        words = _("Evidence: %(confidence)s") % {"confidence": piece.get_confidence_display()}
        lines.append(Happening(piece.added_on, words, piece.note, piece.source, piece.source_url))
    for note in threat.checklist_notes.all():
        words = f"{POINTS[note.point].title}: {note.get_finding_display()}" if note.point in POINTS else note.point
        lines.append(Happening(note.happened_on or note.noted_on, words, note.note, "", note.evidence_url))
    if threat.closed_on:
        words = _("Outcome: %(outcome)s") % {"outcome": threat.get_outcome_display()}
        lines.append(Happening(threat.closed_on, words, threat.outcome_note, "", threat.outcome_url))
    return sorted(lines, key=lambda line: line.on)


def feed_of_published(wanted: WantedThreats, limit: int = 500) -> list[Threat]:
    """The open published threats for a calendar that anybody may subscribe to."""
    return list(listed_threats(Visitor(), replace(wanted, ended=False))[:limit])


def published_threat(threat_id: UUID) -> Threat | None:
    """A threat that is public now, for the letter; None where it was withdrawn or has ended."""
    public = Threat.objects.filter(is_public=True, withdrawn_on=None, closed_on=None)
    return public.select_related("service", "alliance").filter(pk=threat_id).first()
