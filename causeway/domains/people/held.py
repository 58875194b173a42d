"""What this room holds about a person, for their download."""

from __future__ import annotations

from uuid import UUID

from allauth.mfa.models import Authenticator

from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.models import Consent, Person, RightsRequest
from causeway.domains.people.queries import wants_nothing
from causeway.domains.people.sections import Held
from causeway.kernel.models import AuditEntry

MOST_TRAIL_ROWS = 10_000


def account(person_id: UUID, email: str) -> Held:
    """The account itself."""
    person = Person.objects.get(pk=person_id)
    return [
        {
            "identifier": str(person.pk),
            "e-mail address": person.email,
            "display name": person.display_name,
            "joined on": person.joined_on,
            "last signed in": person.last_login,
            "hidden since": person.hidden_at,
            "will be erased at": person.closes_at,
            "wants no letters at all": wants_nothing(index_of_address(email)),
        }
    ]


def ways_to_sign_in(person_id: UUID, _email: str) -> Held:
    """Passkeys and apps, without their secrets."""
    rows = Authenticator.objects.filter(user_id=person_id).order_by("created_at")
    return [{"kind": row.get_type_display(), "added": row.created_at, "last used": row.last_used_at} for row in rows]


def consents(_person_id: UUID, email: str) -> Held:
    """Every consent, running or withdrawn."""
    return [
        {
            "who may write": row.controller_name,
            "how": row.get_channel_display(),
            "for": row.purpose,
            "wording": row.wording,
            "where given": row.get_source_display(),
            "given at": row.given_at,
            "withdrawn at": row.withdrawn_at,
        }
        for row in Consent.objects.filter(subject_index=index_of_address(email)).order_by("given_at")
    ]


def requests(person_id: UUID, _email: str) -> Held:
    """Requests about one's data."""
    return [
        {
            "kind": row.get_kind_display(),
            "asked at": row.asked_at,
            "of whom": row.controller_name or "Causeway",
            "text": row.text,
            "state": row.get_state_display(),
            "answer": row.answer,
        }
        for row in RightsRequest.objects.filter(person_id=person_id).order_by("asked_at")
    ]


def trail(person_id: UUID, _email: str) -> Held:
    """The audit rows of what the person did, newest first."""
    rows = AuditEntry.objects.filter(actor_id=person_id).order_by("-at")[:MOST_TRAIL_ROWS]
    return [{"at": row.at, "what": row.sentence} for row in rows]
