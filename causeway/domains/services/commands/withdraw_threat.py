"""Take a published threat out of public sight."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.filled_in import short_text
from causeway.domains.services.models import Threat
from causeway.domains.services.policies.threats import may_tend_threat
from causeway.domains.services.status import settle_status
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WithdrawThreat(Command[Threat]):
    """Unpublish a threat, and say why: it may have been wrong, or too early. It can be published again."""

    threat_id: UUID
    why: str


@performs(
    WithdrawThreat,
    policy=may_tend_threat,
    says="withdrew the threat “{threat}” from public sight",
    finds=locked(Threat, "threat_id"),
)
def withdraw_threat(_actor: Actor, command: WithdrawThreat, threat: Threat) -> Done[Threat]:
    if not threat.is_public:
        raise Conflict(_("This threat is not published."))
    threat.is_public = False
    threat.withdrawn_on = clock.today()
    threat.withdrawn_why = short_text("why", command.why, longest=300)
    threat.save(update_fields=["is_public", "withdrawn_on", "withdrawn_why"])
    settle_status(threat.service)
    return Done(threat, scope=threat.alliance_id, about=threat.pk, named={"threat": threat.title})
