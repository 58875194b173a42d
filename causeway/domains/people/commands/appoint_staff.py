"""Let a person help to run the platform, and end it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.people.addresses import tidy
from causeway.domains.people.models import Person, StaffMember
from causeway.domains.people.policies import only_the_system
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class AppointStaff(Command[StaffMember]):
    """Let the person with this address open staff sessions. Only the command line of the server does it."""

    email: str


@performs(AppointStaff, policy=only_the_system, says="let a person help to run the platform")
def appoint_staff(_actor: Actor, command: AppointStaff, _subject: Any) -> Done[StaffMember]:
    person = Person.objects.filter(email=tidy(command.email), is_active=True).first()
    if person is None:
        raise Invalid(email=_("There is no account with this address."))
    member, _made = StaffMember.objects.update_or_create(
        person=person, defaults={"until": None}, create_defaults={"since": clock.today()}
    )
    return Done(member, about=person.pk)
