"""Open a closed threat again."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.models import Threat
from causeway.domains.services.policies.threats import may_tend_threat
from causeway.domains.services.status import settle_status
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class ReopenThreat(Command[Threat]):
    """It is back, or was closed by mistake. The trail keeps what the outcome was."""

    threat_id: UUID


@performs(
    ReopenThreat,
    policy=may_tend_threat,
    says="opened the threat “{threat}” again; its outcome had been: {outcome}",
    finds=locked(Threat, "threat_id"),
)
def reopen_threat(_actor: Actor, _command: ReopenThreat, threat: Threat) -> Done[Threat]:
    if threat.closed_on is None:
        raise Conflict(_("This threat is open."))
    was = threat.get_outcome_display()
    threat.closed_on = None
    threat.outcome = ""
    threat.save(update_fields=["closed_on", "outcome"])
    settle_status(threat.service)
    return Done(threat, scope=threat.alliance_id, about=threat.pk, named={"threat": threat.title, "outcome": was})
