"""Reads about people. Others see a person's display name only."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from causeway.domains.people.models import Person


def names_of(person_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Display names by identifier; whoever has left has none."""
    people = Person.objects.filter(pk__in=set(person_ids), erased_at=None)
    return {person.pk: str(person) for person in people}
