"""What this room holds about a person, for their download."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import (
    CalendarKey,
    MeetingReply,
    Membership,
    MembershipRequest,
    OfficeOffer,
    Organisation,
    Term,
)
from causeway.domains.alliances.standing import index_of_address, index_of_person
from causeway.domains.people.sections import Held


def memberships(person_id: UUID, _email: str) -> Held:
    """The organisations that the person belongs to, or asked to join."""
    index = index_of_person(person_id)
    joined = {_organisation_in(row.pair): row for row in Membership.objects.filter(person_index=index)}
    asked = {_organisation_in(row.pair): row for row in MembershipRequest.objects.filter(person_index=index)}
    names = Organisation.objects.in_bulk([*joined, *asked])
    return [
        {"organisation": names[key].name, "since": row.since, "known to its officers": row.known_to_officers}
        for key, row in joined.items()
        if key in names
    ] + [{"organisation": names[key].name, "asked to join on": row.asked_on} for key, row in asked.items()]


def offices(person_id: UUID, email: str) -> Held:
    """Offices held, and offered to the person's address."""
    bodies = ("office__alliance", "office__organisation")
    held = Term.objects.filter(person_id=person_id).select_related(*bodies)
    offered = OfficeOffer.objects.filter(email_index=index_of_address(email)).select_related(*bodies)
    return [
        {
            "office": term.office.title,
            "of": body_of(term.office).name,
            "from": term.starts_on,
            "until": term.ends_on,
            "ended early on": term.ended_on,
            "why it ended early": term.end_reason,
            "name shown publicly": term.shown_publicly,
        }
        for term in held
    ] + [
        {
            "office": offer.office.title,
            "of": body_of(offer.office).name,
            "offered on": offer.offered_on,
            "state": offer.get_status_display(),
        }
        for offer in offered
    ]


def replies(person_id: UUID, _email: str) -> Held:
    """What the person answered to invitations."""
    rows = MeetingReply.objects.filter(person_index=index_of_person(person_id)).select_related("meeting")
    return [
        {
            "meeting": row.meeting.title,
            "on": row.meeting.starts_at,
            "answer": row.get_answer_display(),
            "name shown to the others": row.named,
        }
        for row in rows.order_by("meeting__starts_at")
    ]


def calendar_address(person_id: UUID, _email: str) -> Held:
    """That there is a private calendar address; the page shows the address itself."""
    return [{"renewed on": key.renewed_on} for key in CalendarKey.objects.filter(person_id=person_id)]


def _organisation_in(pair: str) -> UUID:
    return UUID(pair.split(" ")[1])
