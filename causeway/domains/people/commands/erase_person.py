"""Erase a person."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator

from causeway.domains.people.commands.letting_go import let_go
from causeway.domains.people.events import PersonErased
from causeway.domains.people.models import Person, RightsRequest
from causeway.domains.people.policies import may_erase_person
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class ErasePerson(Command[None]):
    """Forget a person for good. It cannot be undone.

    What stays is a bare identifier, so that what they decided together with others still counts; the wish to hear
    nothing; and open requests about their data, which somebody still has to answer. The other rooms hear of it, and
    find what they hold by a sealed row (``Leaver``) that lasts until they have done their part.
    """

    person_id: UUID


@performs(ErasePerson, policy=may_erase_person, says="erased an account", finds=locked(Person, "person_id"))
def erase_person(_actor: Actor, _command: ErasePerson, person: Person) -> Done[None]:
    now = clock.now()
    let_go(person.pk, person.email, person.display_name)
    done = [RightsRequest.State.ANSWERED, RightsRequest.State.WITHDRAWN]
    RightsRequest.objects.filter(person=person, state__in=done).delete()
    RightsRequest.objects.filter(person=person).update(person=None)
    EmailAddress.objects.filter(user=person).delete()
    Authenticator.objects.filter(user=person).delete()
    person.email = f"{person.pk}@erased.invalid"
    person.display_name = ""
    person.is_active = False
    person.last_login = None
    person.closes_at = None
    person.hidden_at = now
    person.erased_at = now
    person.set_unusable_password()  # which also ends every session: their digest no longer fits
    person.save()
    return Done(None, events=[PersonErased(person_id=person.pk)], scope=person.pk, about=person.pk)
