"""Start a threat from a released statement."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.commands.register_service import ServiceFacts
from causeway.domains.services.commands.threatened_service import threatened_service
from causeway.domains.services.models import ReleasedStatement, Threat
from causeway.domains.services.policies.tipoffs import may_start_threat_from_statement
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict
from causeway.kernel.perform import perform


@dataclass(frozen=True, kw_only=True)
class StartThreatFromStatement(Command[Threat]):
    """Record a threat with the statement as its summary, as heard and not confirmed. No way leads back from it.

    The service is one of the register, or a new one by its name and, where known, its provider's.
    """

    statement_id: UUID
    kind: str
    title: str
    service_id: UUID | None = None
    new_service: str = ""
    new_provider: str = ""


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
    new = ServiceFacts(name=command.new_service, provider_name=command.new_provider)
    service_id = threatened_service(actor, statement.alliance, command.service_id, new)
    threat = perform(
        actor,
        RecordThreat(
            service_id=service_id,
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
