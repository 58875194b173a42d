"""Reads about people. Others see a person's display name only."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.core.paginator import Page
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.desks import bodies_answered_for
from causeway.domains.people.models import Consent, Person, RightsRequest, StaffSession, Suppression
from causeway.domains.people.policies import FOLLOW_REQUEST
from causeway.domains.people.sections import Held, Section, everything_about
from causeway.domains.people.staff import is_staff, staff_now
from causeway.kernel.actors import Actor, Bearer, Member, Staff
from causeway.kernel.errors import Missing, Refused
from causeway.kernel.paging import Paginator


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


def own_account(actor: Actor) -> Person:
    """The actor's own account. Raises Refused where there is none, or where staff should first close their session."""
    if isinstance(actor, Staff):
        raise Refused(_("You are in a staff session. Close it first, then this is your own account again."))
    person = person_behind(actor)
    if person is None:
        raise Refused(_("Sign in first: this is about your own account."))
    return person


def held_about(actor: Actor) -> list[tuple[Section, Held]]:
    """Everything that every room holds about the actor."""
    person = own_account(actor)
    return everything_about(person.pk, person.email)


def requests_of(actor: Actor) -> QuerySet[RightsRequest]:
    """The requests about their data that the actor made and may follow."""
    if isinstance(actor, Bearer) and actor.purpose == FOLLOW_REQUEST:
        return RightsRequest.objects.filter(pk=actor.subject_id)
    if isinstance(actor, Member):
        return RightsRequest.objects.filter(person_id=actor.person_id).order_by("-asked_at")
    return RightsRequest.objects.none()


def request_of(actor: Actor) -> RightsRequest:
    """The one request that a link is about. Raises Missing."""
    request = requests_of(actor).first()
    if request is None:
        raise Missing
    return request


def erases_at_once(request: RightsRequest) -> bool:
    """Whether confirming it erases without anybody's help: everything here, of an address without an account."""
    everything = request.kind == RightsRequest.Kind.ERASE and request.controller_id is None
    if not everything or request.person_id is not None:
        return False
    return not Person.objects.filter(email__iexact=request.email).exists()


def requests_for_desk(actor: Actor) -> QuerySet[RightsRequest]:
    """The requests that the actor handles: of the bodies that they run, or that their staff session is about.

    Never their own. The policy ``may_handle_request`` says the same of one request.
    """
    confirmed = RightsRequest.objects.exclude(state=RightsRequest.State.UNCONFIRMED)
    if isinstance(actor, Staff):
        return confirmed.filter(controller_id=actor.scope).exclude(person_id=actor.person_id)
    if isinstance(actor, Member):
        return confirmed.filter(controller_id__in=bodies_answered_for(actor)).exclude(person_id=actor.person_id)
    return RightsRequest.objects.none()


def has_desk(actor: Actor) -> bool:
    """Whether the actor answers requests about other people's data."""
    return isinstance(actor, Staff) or bool(bodies_answered_for(actor))


def waiting_at_desk(actor: Actor) -> int:
    """How many requests the actor has to answer."""
    waiting = [RightsRequest.State.OPEN, RightsRequest.State.ACKNOWLEDGED]
    return requests_for_desk(actor).filter(state__in=waiting).count() if has_desk(actor) else 0


def desk_page(actor: Actor, *, running: bool, number: str | None) -> Page[RightsRequest]:
    """A page of the desk: what waits, the most urgent first; or what is closed, the newest first."""
    if not has_desk(actor):
        raise Missing
    waiting = [RightsRequest.State.OPEN, RightsRequest.State.ACKNOWLEDGED]
    rows = requests_for_desk(actor)
    rows = rows.filter(state__in=waiting).order_by("answer_by") if running else rows.exclude(state__in=waiting)
    return Paginator(rows if running else rows.order_by("-asked_at"), 25).get_page(number)


def request_at_desk(actor: Actor, request_id: UUID) -> RightsRequest:
    """One request that the actor handles. Raises Missing."""
    request = requests_for_desk(actor).filter(pk=request_id).first()
    if request is None:
        raise Missing
    return request


def request_to_answer(request_id: UUID) -> RightsRequest | None:
    """A request whose clock runs; for handlers that tell those who are to answer it."""
    request = RightsRequest.objects.filter(pk=request_id).first()
    return request if request is not None and request.is_running else None


def may_be_staff(actor: Actor) -> bool:
    """Whether the actor may open a staff session."""
    return isinstance(actor, Member) and is_staff(actor.person_id)


def staff_sessions_of(scope: UUID | None) -> QuerySet[StaffSession]:
    """The staff sessions about one body, newest first. The rooms decide who may read which body's."""
    return StaffSession.objects.filter(scope=scope).select_related("person").order_by("-opened_at")


def staff_session_of(actor: Actor) -> StaffSession | None:
    """The session in which the actor is staff, for the banner."""
    if not isinstance(actor, Staff):
        return None
    return StaffSession.objects.filter(pk=actor.session_id).first()


def staff_addresses() -> list[str]:
    """The addresses of those who may open staff sessions; for the operator."""
    return list(staff_now().order_by("person__email").values_list("person__email", flat=True))


def ways_to_sign_in(actor: Actor) -> list[str]:
    """The actor's ways to sign in, in words."""
    person = own_account(actor)
    kinds = list(Authenticator.objects.filter(user=person).values_list("type", flat=True))
    words = {
        _("a password"): person.has_usable_password(),
        _("a passkey"): Authenticator.Type.WEBAUTHN in kinds,
        _("codes from an app"): Authenticator.Type.TOTP in kinds,
    }
    return [word for word, there in words.items() if there]


def past_consents(actor: Actor, number: str | None) -> Page[Consent]:
    """A page of the actor's withdrawn consents, the newest first."""
    rows = consents_of(actor).filter(withdrawn_at__isnull=False).order_by("-withdrawn_at")
    return Paginator(rows, 20).get_page(number)
