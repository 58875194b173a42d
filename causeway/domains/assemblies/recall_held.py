"""What recalls hold about a person, for their download."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from causeway.domains.assemblies.models import Recall, RecallSupport
from causeway.domains.assemblies.recall_standing import index_of_supporter
from causeway.domains.people.sections import Held


def recalls(person_id: UUID, _email: str) -> Held:
    """The recalls that the person supports, opened or was to be recalled by."""
    supported = RecallSupport.objects.filter(person_index=index_of_supporter(person_id)).values("recall")
    rows = Recall.objects.filter(Q(pk__in=supported) | Q(opened_by_id=person_id) | Q(seat__person_id=person_id))
    mine = set(rows.filter(pk__in=supported).values_list("pk", flat=True))
    return [
        {
            "recall from": row.seat.committee.name,
            "you supported it": row.pk in mine,
            "you opened it": row.opened_by_id == person_id,
            "it is about you": row.seat.person_id == person_id,
            "reasons": row.grounds if person_id in {row.opened_by_id, row.seat.person_id} else "",
            "your answer": row.reply if row.seat.person_id == person_id else "",
            "state": row.get_state_display(),
        }
        for row in rows.select_related("seat__committee")
    ]
