"""Who may do what with accounts, consents and requests."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.people.addresses import index_of_address, subject_id
from causeway.domains.people.models import Person
from causeway.kernel.actors import Actor, Bearer, Member, System
from causeway.kernel.policies import YES, Verdict, no, policy

UNSUBSCRIBE = "unsubscribe"


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
