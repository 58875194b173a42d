"""Threats as subjects of impact checks: written by those who stand in the alliance that recorded the threat."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from causeway.domains.alliances.standing import alliances_of, coordinates
from causeway.domains.impact.subjects import Kind
from causeway.domains.services.models import Threat
from causeway.domains.services.queries import visible_threats
from causeway.kernel.actors import Actor


def _threats_of_own_alliances(actor: Actor) -> QuerySet[Threat]:
    return Threat.objects.filter(alliance_id__in=alliances_of(actor))


THREATS = Kind(
    name="threat",
    title=_("Threat"),
    model=Threat,
    seen=visible_threats,
    written=_threats_of_own_alliances,
    runs=lambda actor, threat: coordinates(actor, threat.alliance_id),
    trail=lambda threat: threat.alliance_id,
)
