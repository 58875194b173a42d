"""Which meetings somebody may see."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.standing import alliances_of, organisations_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor


def meetings_with_me(actor: Actor) -> QuerySet[Meeting]:
    """The meetings of the bodies in which the actor stands."""
    return Meeting.objects.filter(
        Q(alliance_id__in=alliances_of(actor)) | Q(organisation_id__in=organisations_of(actor))
    )


def visible_meetings(actor: Actor) -> QuerySet[Meeting]:
    """Public meetings, and those of the bodies in which the actor stands."""
    return Meeting.objects.filter(
        Q(visibility=Meeting.Visibility.PUBLIC)
        | Q(alliance_id__in=alliances_of(actor))
        | Q(organisation_id__in=organisations_of(actor))
    )


def next_meetings(actor: Actor, limit: int = 5) -> list[Meeting]:
    """The next meetings of the actor's own bodies, soonest first, without cancelled ones; their bodies are fetched."""
    coming = meetings_with_me(actor).filter(ends_at__gte=clock.now(), cancelled_at=None)
    return list(coming.select_related("alliance", "organisation").order_by("starts_at", "id")[:limit])
