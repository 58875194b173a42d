"""Open an account."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from allauth.account.models import EmailAddress
from django.utils.translation import gettext as _

from causeway.domains.people.addresses import tidy
from causeway.domains.people.events import AccountOpened
from causeway.domains.people.models import Person
from causeway.domains.people.policies import may_open_account
from causeway.kernel.actors import Actor, System
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Refused


@dataclass(frozen=True, kw_only=True)
class OpenAccount(Command[Person]):
    """Open an account for an address that is confirmed afterwards.

    Without a password a passkey opens it. Only the platform itself (the demo, an import) may call an address
    ``confirmed`` that nobody confirmed.
    """

    email: str
    password: str | None = field(default=None, repr=False)
    display_name: str = ""
    confirmed: bool = False


@performs(OpenAccount, policy=may_open_account, says="opened an account")
def open_account(actor: Actor, command: OpenAccount, _subject: Any) -> Done[Person]:
    if command.confirmed and not isinstance(actor, System):
        raise Refused(_("An address is confirmed by whoever reads its letters."))
    if Person.objects.filter(email__iexact=tidy(command.email)).exists():
        raise Conflict(_("There is an account with this address already."))
    person = Person.objects.create_user(
        tidy(command.email), command.password, display_name=command.display_name.strip()
    )
    if command.confirmed:
        EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=True)
    return Done(person, events=[AccountOpened(person_id=person.pk)], scope=person.pk, about=person.pk)
