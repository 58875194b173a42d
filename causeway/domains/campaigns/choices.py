"""What forms of this room let people choose from: pairs of key and words."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils.formats import date_format

from causeway.domains.campaigns.models import Campaign
from causeway.domains.services.queries import visible_services, visible_threats
from causeway.domains.services.queries.register import visible_bodies
from causeway.kernel.actors import Actor

Choices = list[tuple[str, str]]
MOST = 200


def threats_to_choose(actor: Actor, alliance_id: Any, campaign: Campaign | None = None) -> Choices:
    """Open threats of the alliance that the actor sees, and those that the campaign has already."""
    chosen = campaign.threats.values("pk") if campaign else []
    ours = Q(alliance_id=alliance_id, closed_on=None) | Q(pk__in=chosen)
    threats = visible_threats(actor).filter(ours, withdrawn_on=None).select_related("service")
    return [(str(row.pk), f"{row.title} ({row.service.name})") for row in threats[:MOST]]


def services_to_choose(actor: Actor, alliance_id: Any, campaign: Campaign | None = None) -> Choices:
    """Services in the alliance's register, and those that the campaign has already."""
    chosen = campaign.services.values("pk") if campaign else []
    services = visible_services(actor).filter(Q(alliance_id=alliance_id) | Q(pk__in=chosen))
    return [(str(row.pk), row.name) for row in services[:MOST]]


def bodies_to_choose(actor: Actor) -> Choices:
    """Public bodies of the register."""
    return [(str(row.pk), row.name) for row in visible_bodies(actor)[:MOST]]


def demands_to_choose(campaign: Campaign) -> Choices:
    """The campaign's demands."""
    return [(str(row.pk), row.text) for row in campaign.demands.all()]


def actions_to_choose(campaign: Campaign) -> Choices:
    """The campaign's actions, the latest first."""
    actions = campaign.actions.filter(withdrawn_on=None).order_by("-starts_on", "title")
    return [(str(row.pk), f"{row.title} ({date_format(row.starts_on, 'j F Y')})") for row in actions[:MOST]]
