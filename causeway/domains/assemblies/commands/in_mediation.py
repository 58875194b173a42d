"""How the commands about mediations find what they are about, and what they leave in the trail."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.alliances.standing import index_of_address
from causeway.domains.assemblies.mediation_policies import InMediation
from causeway.domains.assemblies.models import Mediation
from causeway.kernel.commands import Done
from causeway.kernel.errors import Conflict, Invalid, Missing
from causeway.kernel.events import Event

T = TypeVar("T")


def locked_mediation(command: Any) -> Mediation:
    """The mediation that the command names, locked. Raises Missing."""
    found = Mediation.objects.select_for_update(no_key=True).filter(pk=command.mediation_id).first()
    if found is None:
        raise Missing
    return found


def in_mediation(command: Any) -> InMediation:
    """The mediation, and for whom somebody acts. Raises Missing."""
    organisation_id: UUID | None = command.organisation_id
    organisation = Organisation.objects.filter(pk=organisation_id).first() if organisation_id else None
    if organisation_id and organisation is None:
        raise Missing
    return InMediation(locked_mediation(command), organisation)


def require_open(mediation: Mediation) -> None:
    """Raise Conflict where it is closed."""
    if mediation.closed_on:
        raise Conflict(_("This mediation is closed. Open another one if you want to talk again."))


def name_mediator(mediation: Mediation, email: str) -> None:
    """Name a mediator by an address, or none; all organisations are asked anew. Raises Invalid."""
    email = email.strip()
    if email:
        try:
            EmailValidator()(email)
        except ValidationError:
            raise Invalid(email=_("Enter an e-mail address, like name@example.org.")) from None
    mediation.mediator = None
    mediation.mediator_email = email
    mediation.mediator_index = index_of_address(email) if email else None
    mediation.save(update_fields=["mediator", "mediator_email", "mediator_index"])
    mediation.parties.update(agreed_on=None)


def in_own_trail(mediation: Mediation, value: T, *events: Event) -> Done[T]:
    """Done, in a trail that no body reads: the organisations would learn from theirs what only its officers may."""
    return Done(value, events=events, scope=mediation.pk, about=mediation.pk)
