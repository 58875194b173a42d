"""Staff sessions: the only way in which those who run the platform see a body's matters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from causeway.domains.people.models import StaffMember, StaffSession
from causeway.kernel import clock
from causeway.kernel.actors import Staff

LONGEST = timedelta(hours=4)

Bodies = Callable[[], list[tuple[UUID, str]]]
_bodies: list[Bodies] = []


def name_bodies_with(bodies: Bodies) -> None:
    """Called once at start: ``bodies()`` names what a staff session can be about."""
    _bodies[:] = [bodies]


def bodies() -> list[tuple[UUID, str]]:
    """What a staff session can be about, by name."""
    return _bodies[0]() if _bodies else []


def staff_now() -> QuerySet[StaffMember]:
    """Those who are staff today."""
    return StaffMember.objects.filter(Q(until=None) | Q(until__gt=clock.today()), person__is_active=True)


def is_staff(person_id: UUID) -> bool:
    """Whether the person may open a staff session."""
    return staff_now().filter(person_id=person_id).exists()


def resolve_staff(session_id: UUID, person_id: UUID) -> Staff | None:
    """The staff session as an actor, if it is this person's, is not closed or over, and they are staff still."""
    session = StaffSession.objects.filter(
        pk=session_id, person_id=person_id, closed_at=None, until__gt=clock.now()
    ).first()
    if session is None or not is_staff(person_id):
        return None
    return Staff(person_id, session.pk, session.reason, session.until, session.scope)
