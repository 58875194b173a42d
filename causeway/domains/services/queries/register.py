"""Reads of the register: it is open to everybody."""

from __future__ import annotations

from django.db.models import QuerySet

from causeway.domains.services.models import PublicBody, Service
from causeway.kernel.actors import Actor


def visible_services(_actor: Actor) -> QuerySet[Service]:
    """The services that the actor sees: all of them, the register is public."""
    return Service.objects.all()


def visible_bodies(_actor: Actor) -> QuerySet[PublicBody]:
    """Every public body that was not merged into another."""
    return PublicBody.objects.filter(merged_into=None)
