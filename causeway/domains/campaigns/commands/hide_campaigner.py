"""Take the name of somebody who hides off the lists of this room."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from causeway.domains.campaigns.event_policies import is_the_system
from causeway.domains.campaigns.ladder_standing import index_of_asked
from causeway.domains.campaigns.leaving import sign_ups_of
from causeway.domains.campaigns.models import Contact, SignUp
from causeway.domains.people.models import Person
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class HideCampaigner(Command[None]):
    """Put “A member” in the place of a name on sign-ups, and nothing in its place on contacts."""

    person_id: UUID
    email: str = field(repr=False)


@performs(
    HideCampaigner,
    policy=is_the_system,
    says="took the name of somebody who hides off sign-ups",
    finds=locked(Person, "person_id"),
)
def hide_campaigner(_actor: Actor, command: HideCampaigner, person: Person) -> Done[None]:
    sign_ups = sign_ups_of(person.pk, command.email)
    SignUp.objects.filter(pk__in=[each.pk for each in sign_ups]).update(name=str(person))
    Contact.objects.filter(address_index=index_of_asked(command.email)).update(name="")
    return Done(None, scope=person.pk)
