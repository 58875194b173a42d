"""What committees hold about a person, for their download."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.assemblies.models import Readiness, Seat
from causeway.domains.people.sections import Held


def places(person_id: UUID, _email: str) -> Held:
    """The places to which the person was elected, and what they answered about vacant ones."""
    mine = Seat.objects.filter(person_id=person_id).select_related("committee", "option")
    held = [
        {
            "committee": seat.committee.name,
            "name on the paper": seat.option.name,
            "state": seat.get_state_display(),
            "since": seat.since,
            "ended": seat.ended_at,
        }
        for seat in mine
    ]
    stood = {row.option.name for row in mine}
    asked = Readiness.objects.filter(seat__election__nominations__person_id=person_id).select_related(
        "option", "seat__committee"
    )
    names = dict(asked.values_list("pk", "seat__election__nominations__name"))
    return held + [
        {"asked about": row.seat.committee.name, "would take a place": row.ready, "answered on": row.answered_on}
        for row in asked
        if row.option.name == names[row.pk] and row.option.name not in stood
    ]
