"""Reads about people. Others see a person's display name only."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.models import Consent, Person, Suppression
from causeway.kernel.actors import Actor, Member


def names_of(person_ids: Iterable[UUID]) -> dict[UUID, str]:
    """Display names by identifier; whoever hides is “A member”, whoever has left has none."""
    people = Person.objects.filter(pk__in=set(person_ids), erased_at=None)
    return {person.pk: person.shown_name for person in people}


def person_behind(actor: Actor) -> Person | None:
    """The actor's own account, if they act for themselves and are signed in."""
    if not isinstance(actor, Member):
        return None
    return Person.objects.filter(pk=actor.person_id, is_active=True).first()


def may_contact(email: str, controller_id: UUID, channel: str, purpose: str) -> bool:
    """Whether that organisation or alliance may write to that address so, for that purpose, now."""
    return bool(contactable([email], controller_id, channel, purpose))


def contactable(emails: Iterable[str], controller_id: UUID, channel: str, purpose: str) -> set[str]:
    """Those of the addresses that may be written to: a consent runs, and nothing stops everything. Two queries."""
    by_index = {index_of_address(email): email for email in emails}
    if not by_index:
        return set()
    consents = Consent.objects.filter(
        subject_index__in=by_index, controller_id=controller_id, channel=channel, purpose=purpose, withdrawn_at=None
    )
    agreed = {bytes(index) for index in consents.values_list("subject_index", flat=True)}
    stopped = Suppression.objects.filter(subject_index__in=agreed).values_list("subject_index", flat=True)
    return {by_index[index] for index in agreed - {bytes(index) for index in stopped}}


def consents_of(actor: Actor) -> QuerySet[Consent]:
    """The actor's own consents, those that run first, then those withdrawn."""
    person = person_behind(actor)
    if person is None:
        return Consent.objects.none()
    rows = Consent.objects.filter(subject_index=index_of_address(person.email))
    return rows.order_by("withdrawn_at", "controller_name", "channel")


def consent_of_subject(subject_index: bytes, controller_id: UUID, channel: str, purpose: str) -> Consent | None:
    """The latest consent that a link in a letter is about."""
    rows = Consent.objects.filter(
        subject_index=subject_index, controller_id=controller_id, channel=channel, purpose=purpose
    )
    return rows.order_by("-given_at").first()


def wants_nothing(subject_index: bytes) -> bool:
    """Whether that address is on the list of those who want no letters."""
    return Suppression.objects.filter(subject_index=subject_index).exists()
