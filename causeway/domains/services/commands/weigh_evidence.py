"""Add evidence for or against a threat, and say how sure it makes us."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.services.filled_in import one_of, short_text, web_address
from causeway.domains.services.models import Evidence, Threat
from causeway.domains.services.policies.threats import may_tend_threat
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class WeighEvidence(Command[Evidence]):
    """Record a source, and the confidence that follows from it."""

    threat_id: UUID
    confidence: str
    source: str
    source_url: str = ""
    note: str = ""


@performs(
    WeighEvidence,
    policy=may_tend_threat,
    says="added evidence to the threat “{threat}”: {confidence}",
    finds=locked(Threat, "threat_id"),
)
def weigh_evidence(_actor: Actor, command: WeighEvidence, threat: Threat) -> Done[Evidence]:
    evidence = Evidence.objects.create(
        threat=threat,
        confidence=one_of("confidence", command.confidence, Threat.Confidence),
        source=short_text("source", command.source, longest=300),
        source_url=web_address("source_url", command.source_url),
        note=command.note.strip(),
        added_on=clock.today(),
    )
    threat.confidence = evidence.confidence
    threat.save(update_fields=["confidence"])
    return Done(
        evidence,
        scope=threat.alliance_id,
        about=threat.pk,
        named={"threat": threat.title, "confidence": threat.get_confidence_display()},
    )
