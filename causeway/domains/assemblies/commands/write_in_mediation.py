"""Write in a mediation."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.in_mediation import in_mediation, in_own_trail, require_open
from causeway.domains.assemblies.mediation_policies import InMediation, may_write_in_mediation
from causeway.domains.assemblies.models import MediationMessage
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict

MOST_MESSAGES = 1000


@dataclass(frozen=True, kw_only=True)
class WriteInMediation(Command[MediationMessage]):
    """Write for an organisation that is named in it, or as the mediator (without one)."""

    mediation_id: UUID
    organisation_id: UUID | None = None
    text: str = field(repr=False)


@performs(
    WriteInMediation,
    policy=may_write_in_mediation,
    says="wrote in a mediation",
    finds=in_mediation,
)
def write_in_mediation(actor: Actor, command: WriteInMediation, subject: InMediation) -> Done[MediationMessage]:
    mediation = subject.mediation
    require_open(mediation)
    if mediation.messages.count() >= MOST_MESSAGES:
        raise Conflict(_("This thread is full. Close it with what came out, and meet."))
    message = MediationMessage.objects.create(
        mediation=mediation,
        organisation=subject.organisation,
        written_by_id=signed_in(actor),
        written_at=clock.now(),
        text=some_text(command.text, "text", longest=4000),
    )
    return in_own_trail(mediation, message)
