"""What this room holds about a person, for their download."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.impact.models import Writer
from causeway.domains.people.sections import Held


def written(person_id: UUID, _email: str) -> Held:
    """The impact checks that the person put their name to."""
    mine = Writer.objects.filter(person_id=person_id).select_related("check_of")
    return [
        {"impact check": str(row.check_of.pk), "of a": row.check_of.kind, "name": row.name, "since": row.since}
        for row in mine
    ]
