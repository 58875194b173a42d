"""The audit trail: one row for every change, written by the door (``record``), which the database keeps append-only."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from causeway.kernel.actors import Actor, Bearer, Member, Staff, System, Visitor
from causeway.kernel.models import AuditEntry


def scope_of(actor: Actor) -> UUID | None:
    """What staff do stands in the trail of the body that their session is about."""
    return actor.scope if isinstance(actor, Staff) else None


def who(actor: Actor) -> dict[str, Any]:
    """The columns that say who acted."""
    match actor:
        case Visitor():
            return {"actor_kind": AuditEntry.Kind.VISITOR.value}
        case Member(person_id, organisation_id):
            return {
                "actor_kind": AuditEntry.Kind.MEMBER.value,
                "actor_id": person_id,
                "acting_for": organisation_id,
            }
        case Bearer(purpose):
            return {"actor_kind": AuditEntry.Kind.BEARER.value, "reason": purpose}
        case Staff(person_id=person_id, reason=reason):
            return {"actor_kind": AuditEntry.Kind.STAFF.value, "actor_id": person_id, "reason": reason}
        case System(reason):
            return {"actor_kind": AuditEntry.Kind.SYSTEM.value, "reason": reason}


def trail(scopes: list[UUID]) -> QuerySet[AuditEntry]:
    """What happened within these bodies, newest first. The rooms decide who may read which scope."""
    return AuditEntry.objects.filter(Q(scope__in=scopes)).order_by("-at", "-id")
