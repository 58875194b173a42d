"""Reads of threats: published ones are everybody's, the others those of the alliance that recorded them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, DateField, F, Func, Q, QuerySet, When
from django.db.models.functions import Coalesce, Least
from django_stubs_ext import StrOrPromise

from causeway.domains.alliances.standing import alliances_of
from causeway.domains.services.deadlines import LABELS, DecisionClock, clock_of
from causeway.domains.services.models import Threat
from causeway.kernel import clock
from causeway.kernel.actors import Actor

__all__ = ["ThreatWithClock", "by_next_date", "clock_of", "threats_with_clock", "visible_threats"]


def visible_threats(actor: Actor) -> QuerySet[Threat]:
    """The threats that the actor sees: the published ones, and those of the alliances that they stand in."""
    return Threat.objects.filter(Q(is_public=True) | Q(alliance_id__in=alliances_of(actor)))


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
    threats = by_next_date(visible_threats(actor).filter(closed_on=None, withdrawn_on=None)).select_related("service")
    if alliance_ids is not None:
        threats = threats.filter(alliance_id__in=alliance_ids)
    return [_with_clock(threat) for threat in (threats[:limit] if limit is not None else threats)]


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
