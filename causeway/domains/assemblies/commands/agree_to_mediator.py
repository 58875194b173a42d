"""Agree to the mediator who is named."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.in_mediation import in_mediation, in_own_trail, require_open
from causeway.domains.assemblies.mediation_policies import InMediation, may_speak_in_mediation
from causeway.domains.assemblies.models import Mediation
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AgreeToMediator(Command[Mediation]):
    """Agree for an organisation. Once all have, and the mediator has accepted, the mediator reads and writes too."""

    mediation_id: UUID
    organisation_id: UUID


@performs(
    AgreeToMediator,
    policy=may_speak_in_mediation,
    says="agreed to a mediator",
    finds=in_mediation,
)
def agree_to_mediator(_actor: Actor, _command: AgreeToMediator, subject: InMediation) -> Done[Mediation]:
    mediation = subject.mediation
    require_open(mediation)
    if mediation.mediator_index is None:
        raise Conflict(_("No mediator is named. Name one first."))
    mediation.parties.filter(organisation=subject.organisation, agreed_on=None).update(agreed_on=clock.today())
    return in_own_trail(mediation, mediation)
