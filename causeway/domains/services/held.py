"""What this room holds about a person, for their download.

What a handler wrote in confidence is sealed to keys and cannot be read here; tip-offs themselves name nobody.
"""

from __future__ import annotations

from uuid import UUID

from causeway.domains.people.sections import Held
from causeway.domains.services.models import HandlerKey, OfferedNotice, TipOffMessage


def handling(person_id: UUID, _email: str) -> Held:
    """Keys for tip-offs, and how many messages the person wrote as a handler."""
    keys = HandlerKey.objects.filter(person_id=person_id).select_related("alliance")
    wrote = TipOffMessage.objects.filter(written_by_id=person_id).count()
    held: Held = [{"key for tip-offs to": key.alliance.name, "made on": key.made_on} for key in keys]
    return held + ([{"messages written as a handler": wrote}] if wrote else [])


def decided_notices(person_id: UUID, _email: str) -> Held:
    """Tender notices that the person decided on."""
    rows = OfferedNotice.objects.filter(decided_by_id=person_id).select_related("notice", "alliance")
    return [
        {
            "tender notice": str(row.notice),
            "for": row.alliance.name,
            "decision": row.get_state_display(),
            "at": row.decided_at,
        }
        for row in rows
    ]
