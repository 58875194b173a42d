"""What the rooms ask when a person leaves: under which address and name they may hold something."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from causeway.domains.people.models import Leaver, Person
from causeway.kernel import clock

TELL_AGAIN_AFTER = timedelta(hours=6)


@dataclass(frozen=True)
class Traces:
    """By what a room finds what it holds about somebody: never kept, never logged."""

    person_id: UUID
    email: str = field(repr=False)
    display_name: str = field(repr=False)


def traces_of_leaver(person_id: UUID) -> Traces | None:
    """The traces of somebody whose account was just erased; None once every room has done its part."""
    leaver = Leaver.objects.filter(pk=person_id).first()
    return Traces(person_id, leaver.email, leaver.display_name) if leaver else None


def traces_of_hidden(person_id: UUID) -> Traces | None:
    """The traces of somebody who hides; None where they show themselves again, or have left."""
    person = Person.objects.filter(pk=person_id, hidden_at__isnull=False, erased_at=None).first()
    return Traces(person_id, person.email, person.display_name) if person else None


def unfinished_leavers() -> list[UUID]:
    """Those whose erasing began hours ago and is not finished: a room failed."""
    waiting = Leaver.objects.filter(since__lt=clock.now() - TELL_AGAIN_AFTER)
    return list(waiting.values_list("person_id", flat=True))
