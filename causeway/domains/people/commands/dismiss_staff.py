"""End that a person helps to run the platform."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.people.addresses import tidy
from causeway.domains.people.models import StaffSession
from causeway.domains.people.policies import only_the_system
from causeway.domains.people.staff import staff_now
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class DismissStaff(Command[None]):
    """Take the right to staff sessions away, and close those that run."""

    email: str


@performs(DismissStaff, policy=only_the_system, says="ended that a person helps to run the platform")
def dismiss_staff(_actor: Actor, command: DismissStaff, _subject: Any) -> Done[None]:
    member = staff_now().filter(person__email=tidy(command.email)).first()
    if member is None:
        raise Invalid(email=_("Nobody with this address is staff."))
    member.until = clock.today()
    member.save(update_fields=["until"])
    StaffSession.objects.filter(person_id=member.person_id, closed_at=None).update(closed_at=clock.now())
    return Done(None, about=member.person_id)
