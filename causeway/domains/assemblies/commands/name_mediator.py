"""Name another mediator."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands import in_mediation as mediations
from causeway.domains.assemblies.events import MediatorNamed
from causeway.domains.assemblies.mediation_policies import InMediation, may_speak_in_mediation
from causeway.domains.assemblies.models import Mediation
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class NameMediator(Command[Mediation]):
    """Name somebody else by their address. Whoever mediated before reads no more, and all are asked to agree anew."""

    mediation_id: UUID
    organisation_id: UUID
    email: str = field(repr=False)


@performs(
    NameMediator,
    policy=may_speak_in_mediation,
    says="named a mediator",
    finds=mediations.in_mediation,
)
def name_mediator(_actor: Actor, command: NameMediator, subject: InMediation) -> Done[Mediation]:
    mediation = subject.mediation
    mediations.require_open(mediation)
    if not command.email.strip():
        raise Invalid(email=_("Enter an e-mail address, like name@example.org."))
    mediations.name_mediator(mediation, command.email)
    mediation.parties.filter(organisation=subject.organisation).update(agreed_on=clock.today())
    return mediations.in_own_trail(mediation, mediation, MediatorNamed(mediation_id=mediation.pk))
