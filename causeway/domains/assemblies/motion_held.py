"""What this room holds about a person’s part in motions and mediations, for their download."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q

from causeway.domains.alliances.standing import index_of_address
from causeway.domains.assemblies.models import Amendment, Mediation, MediationMessage, Motion, Seconding, Suggestion
from causeway.domains.people.sections import Held


def motions(person_id: UUID, _email: str) -> Held:
    """What the person moved, seconded and suggested."""
    moved = Motion.objects.filter(mover_id=person_id).select_related("process")
    amended = Amendment.objects.filter(mover_id=person_id).select_related("motion")
    seconded = Seconding.objects.filter(person_id=person_id).select_related("motion", "amendment__motion")
    suggested = Suggestion.objects.filter(suggested_by_id=person_id).select_related("process")
    return [
        *({"moved": row.title, "in": row.process.title, "why": row.reason, "on": row.moved_on} for row in moved),
        *({"amended": row.motion.title, "text": row.text, "why": row.reason, "on": row.moved_on} for row in amended),
        *({"seconded": str(row.motion or row.amendment), "on": row.seconded_on} for row in seconded),
        *({"suggested": row.name, "in": row.process.title, "on": row.suggested_on} for row in suggested),
    ]


def mediations(person_id: UUID, email: str) -> Held:
    """The mediations in which the person mediates or is asked to, and what they wrote in any."""
    asked = Q(mediator=None, mediator_index=index_of_address(email))
    mediated = Mediation.objects.filter(Q(mediator_id=person_id) | asked)
    written = MediationMessage.objects.filter(written_by_id=person_id)
    return [
        *({"mediator in": row.subject, "since": row.opened_on} for row in mediated),
        *({"wrote": row.text, "at": row.written_at} for row in written),
    ]
