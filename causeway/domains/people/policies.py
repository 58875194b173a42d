"""Who may do what with accounts, consents and requests."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.people.addresses import index_of_address, subject_id
from causeway.domains.people.desks import bodies_answered_for
from causeway.domains.people.models import Person, RightsRequest, StaffSession
from causeway.domains.people.staff import is_staff
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Bearer, Member, Staff, System, Visitor, person_of
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy

UNSUBSCRIBE = "unsubscribe"
FOLLOW_REQUEST = "follow-request"


def owns_address(actor: Actor, subject_index: bytes) -> bool:
    """Whether the actor is the person behind that address."""
    if not isinstance(actor, Member):
        return False
    email = Person.objects.filter(pk=actor.person_id, is_active=True).values_list("email", flat=True).first()
    return email is not None and index_of_address(email) == bytes(subject_index)


@policy("People give consent for themselves; what they gave on a page or on paper, the platform records for them.")
def may_give_consent(actor: Actor, subject_index: bytes) -> Verdict:
    if isinstance(actor, System) or owns_address(actor, subject_index):
        return YES
    return no(_("Only you can agree to be written to, at your own address."))


@policy("A consent is withdrawn by whoever gave it: signed in, or by the link in any letter.")
def may_withdraw_consent(actor: Actor, subject_index: bytes) -> Verdict:
    if isinstance(actor, System) or owns_address(actor, subject_index):
        return YES
    if isinstance(actor, Bearer) and (actor.purpose, actor.subject_id) == (UNSUBSCRIBE, subject_id(subject_index)):
        return YES
    return no(_("Only the person who agreed can withdraw. Use the link in the letter, or sign in."))


@policy("Only the platform itself does this.")
def only_the_system(actor: Actor, _subject: Any) -> Verdict:
    return YES if isinstance(actor, System) else no(_("Only the platform itself does this."))


@policy("Anyone without an account may open one.")
def may_open_account(actor: Actor, _subject: Any) -> Verdict:
    if isinstance(actor, Visitor | System):
        return YES
    return no(_("You have an account already. Sign out first to open another."))


@policy("People keep, change and close their own account.")
def may_keep_own_account(actor: Actor, _subject: Any) -> Verdict:
    return YES if isinstance(actor, Member) else no(_("Sign in first: this is about your own account."))


@policy("An account is erased by its owner, or by the platform when the owner’s time to change their mind is over.")
def may_erase_person(actor: Actor, person: Person) -> Verdict:
    if isinstance(actor, Member) and actor.person_id == person.pk:
        return YES
    if isinstance(actor, System) and person.closes_at is not None and person.closes_at <= clock.now():
        return YES
    return no(_("Only the owner of an account can have it erased."))


# -- requests about one's data ------------------------------------------------------------------------------------


@policy("Anybody may ask about their own data, with an account or without.")
def may_lodge_request(actor: Actor, _subject: Any) -> Verdict:
    if isinstance(actor, Visitor | Member):
        return YES
    return no(_("People ask about their own data themselves."))


@policy("Whoever asked about their data follows it: signed in, or by the link in the letter.")
def may_follow_request(actor: Actor, request: RightsRequest) -> Verdict:
    if isinstance(actor, Member) and actor.person_id == request.person_id:
        return YES
    if isinstance(actor, Bearer) and (actor.purpose, actor.subject_id) == (FOLLOW_REQUEST, request.pk):
        return YES
    return HIDDEN


@policy(
    "A request about somebody’s data is answered by those who run the body that it is addressed to, or by staff in a "
    "session about it; nobody answers their own."
)
def may_handle_request(actor: Actor, request: RightsRequest) -> Verdict:
    if not isinstance(actor, Member | Staff) or actor.person_id == request.person_id:
        return HIDDEN
    if isinstance(actor, Staff) and actor.scope == request.controller_id and actor.until > clock.now():
        return YES
    if request.controller_id is not None and request.controller_id in bodies_answered_for(actor):
        return YES
    return HIDDEN


# -- staff --------------------------------------------------------------------------------------------------------


@policy("Only those who help to run the platform open a staff session, each in their own name.")
def may_open_staff_session(actor: Actor, _subject: Any) -> Verdict:
    return YES if isinstance(actor, Member) and is_staff(actor.person_id) else HIDDEN


@policy("A staff session is closed by whoever opened it.")
def may_close_staff_session(actor: Actor, session: StaffSession) -> Verdict:
    return YES if person_of(actor) == session.person_id else HIDDEN
