"""Start a threat from a released statement."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.models import ReleasedStatement, Service, Threat
from causeway.domains.services.policies.tipoffs import may_start_threat_from_statement
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid
from causeway.kernel.perform import perform


@dataclass(frozen=True, kw_only=True)
class StartThreatFromStatement(Command[Threat]):
    """Record a threat with the statement as its summary, as heard and not confirmed. No way leads back from it."""

    statement_id: UUID
    service_id: UUID
    kind: str
    title: str


@performs(
    StartThreatFromStatement,
    policy=may_start_threat_from_statement,
    says="started a threat from a released statement",
    finds=locked(ReleasedStatement, "statement_id"),
    to_the_day=True,
)
def start_threat_from_statement(
    actor: Actor, command: StartThreatFromStatement, statement: ReleasedStatement
) -> Done[Threat]:
    if statement.threat_id:
        raise Conflict(_("A threat was started from this statement already."))
    if not Service.objects.filter(pk=command.service_id, alliance_id=statement.alliance_id).exists():
        raise Invalid(service=_("Choose a service in the register of this alliance."))
    threat = perform(
        actor,
        RecordThreat(
            service_id=command.service_id,
            kind=command.kind,
            title=command.title,
            summary=statement.text,
            confidence=Threat.Confidence.RUMOUR,
            source=_("Told in confidence; released by two handlers"),
        ),
    )
    statement.threat = threat
    statement.save(update_fields=["threat"])
    return Done(threat, scope=statement.alliance_id)
