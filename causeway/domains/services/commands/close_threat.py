"""Close a threat with its outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.events import ThreatClosed
from causeway.domains.services.filled_in import one_of, web_address
from causeway.domains.services.models import Threat
from causeway.domains.services.policies.threats import may_tend_threat
from causeway.domains.services.status import settle_status
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class CloseThreat(Command[Threat]):
    """The threat has ended: how, when, and who says so. A service saved shows so, one that closed is closed apart."""

    threat_id: UUID
    outcome: str
    closed_on: date | None = None
    note: str = ""
    source_url: str = ""


@performs(
    CloseThreat,
    policy=may_tend_threat,
    says="closed the threat “{threat}”: {outcome}",
    finds=locked(Threat, "threat_id"),
)
def close_threat(_actor: Actor, command: CloseThreat, threat: Threat) -> Done[Threat]:
    if threat.closed_on:
        raise Conflict(_("This threat is closed already."))
    closed_on = command.closed_on or clock.today()
    if closed_on > clock.today():
        raise Invalid(closed_on=_("An outcome cannot lie in the future. Move the dates instead."))
    threat.outcome = one_of("outcome", command.outcome, Threat.Outcome)
    threat.closed_on = closed_on
    threat.outcome_note = command.note.strip()
    threat.outcome_url = web_address("source_url", command.source_url)
    threat.save(update_fields=["outcome", "closed_on", "outcome_note", "outcome_url"])
    settle_status(threat.service)
    return Done(
        threat,
        events=[ThreatClosed(threat_id=threat.pk, alliance_id=threat.alliance_id, outcome=threat.outcome)],
        scope=threat.alliance_id,
        about=threat.pk,
        named={"threat": threat.title, "outcome": threat.get_outcome_display()},
    )
