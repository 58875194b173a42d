"""Correct what is said about a threat."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.services.filled_in import line, one_of, short_text, web_address
from causeway.domains.services.models import Threat
from causeway.domains.services.policies.threats import may_tend_threat
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class CorrectThreat(Command[Threat]):
    """Replace its words. Dates move by MoveDates and confidence by WeighEvidence, which keep their history."""

    threat_id: UUID
    kind: str
    title: str
    summary: str = ""
    source: str = ""
    source_url: str = ""


@performs(
    CorrectThreat,
    policy=may_tend_threat,
    says="corrected the threat “{threat}”",
    finds=locked(Threat, "threat_id"),
)
def correct_threat(_actor: Actor, command: CorrectThreat, threat: Threat) -> Done[Threat]:
    threat.kind = one_of("kind", command.kind, Threat.Kind)
    threat.title = short_text("title", command.title)
    threat.summary = command.summary.strip()
    threat.source = line("source", command.source, longest=300)
    threat.source_url = web_address("source_url", command.source_url)
    threat.save(update_fields=["kind", "title", "summary", "source", "source_url"])
    return Done(threat, scope=threat.alliance_id, about=threat.pk, named={"threat": threat.title})
