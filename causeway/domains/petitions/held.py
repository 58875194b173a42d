"""What this room holds about a person, for their download."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.people.sections import Held
from causeway.domains.petitions.leaving import signatures_of_address
from causeway.domains.petitions.models import Endorsement, Export, Sheet, Update


def signatures(_person_id: UUID, email: str) -> Held:
    """What was signed with the address."""
    return [
        {
            "petition": row.petition.title,
            "online or on paper": row.get_source_display(),
            "name": row.name,
            "e-mail address": row.email,
            "postcode": row.postcode,
            "name shown": row.shows_name,
            "boxes ticked": [wish["wording"] for wish in row.wishes],
            "signed at": row.signed_at,
            "confirmed at": row.confirmed_at,
        }
        for row in signatures_of_address(email)
    ]


def paper(person_id: UUID, _email: str) -> Held:
    """Sheets that the person holds, took in or checked."""
    parts = (("holds", "holder"), ("took in", "taken_in_by"), ("checked", "checked_by"))
    return [
        {"what you do or did": words, "sheet": sheet.code, "petition": sheet.petition.title, "due on": sheet.due_on}
        for words, name in parts
        for sheet in Sheet.objects.filter(**{name: person_id}).select_related("petition")
    ]


def written(person_id: UUID, _email: str) -> Held:
    """What the person wrote to signers, signed for an organisation, or asked for as a file."""
    updates = Update.objects.filter(written_by_id=person_id).select_related("petition")
    endorsed = Endorsement.objects.filter(endorsed_by_id=person_id).select_related("petition", "organisation")
    exports = Export.objects.filter(asked_by_id=person_id).select_related("petition")
    return (
        [{"petition": row.petition.title, "letter": row.title, "posted at": row.posted_at} for row in updates]
        + [
            {"open letter": row.petition.title, "signed for": row.organisation.name, "on": row.endorsed_on}
            for row in endorsed
        ]
        + [
            {"petition": row.petition.title, "file asked for": row.get_kind_display(), "why": row.reason}
            for row in exports
        ]
    )
