"""Record that something threatens a service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.deadlines import LABELS
from causeway.domains.services.events import ThreatRecorded
from causeway.domains.services.filled_in import line, one_of, short_text, web_address
from causeway.domains.services.models import DateMove, Evidence, Service, Threat
from causeway.domains.services.policies.threats import may_record_threat
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid
from causeway.kernel.slugs import free_slug


@dataclass(frozen=True, kw_only=True)
class ThreatDates:
    """The dates of a decision clock, as far as they are known."""

    announced_on: date | None = None
    consultation_opens_on: date | None = None
    consultation_closes_on: date | None = None
    decided_on: date | None = None
    contract_ends_on: date | None = None
    review_by: date | None = None


@dataclass(frozen=True, kw_only=True)
class RecordThreat(ThreatDates, Command[Threat]):
    """Record a threat. Only the alliance sees it until it is published."""

    service_id: UUID
    kind: str
    title: str
    confidence: str = Threat.Confidence.RUMOUR
    summary: str = ""
    source: str = ""
    source_url: str = ""


@performs(
    RecordThreat,
    policy=may_record_threat,
    says="recorded the threat “{threat}”",
    finds=found(Service, "service_id"),
)
def record_threat(_actor: Actor, command: RecordThreat, service: Service) -> Done[Threat]:
    check_order(command)
    title = short_text("title", command.title)
    threat = Threat.objects.create(
        alliance_id=service.alliance_id,
        service=service,
        kind=one_of("kind", command.kind, Threat.Kind),
        title=title,
        slug=free_slug(Threat, title),
        summary=command.summary.strip(),
        confidence=one_of("confidence", command.confidence, Threat.Confidence),
        source=line("source", command.source, longest=300),
        source_url=web_address("source_url", command.source_url),
        recorded_on=clock.today(),
        **{name: getattr(command, name) for name in LABELS},
    )
    _keep_history(threat)
    return Done(
        threat,
        events=[ThreatRecorded(threat_id=threat.pk, alliance_id=threat.alliance_id)],
        scope=threat.alliance_id,
        about=threat.pk,
        named={"threat": threat.title},
    )


def check_order(dates: ThreatDates) -> None:
    """Dates that follow one another must stand in that order, where both are known."""
    pairs = (
        ("consultation_opens_on", "consultation_closes_on", _("A consultation cannot close before it opens.")),
        ("decided_on", "review_by", _("The last day for a judicial review comes after the decision.")),
    )
    for first, second, sentence in pairs:
        earlier, later = getattr(dates, first), getattr(dates, second)
        if earlier and later and later < earlier:
            raise Invalid(**{second: sentence})


def _keep_history(threat: Threat) -> None:
    said = {"source": threat.source, "source_url": threat.source_url}
    DateMove.objects.bulk_create(
        DateMove(threat=threat, which=name, became=getattr(threat, name), moved_on=clock.today(), **said)
        for name in LABELS
        if getattr(threat, name)
    )
    if threat.source:
        Evidence.objects.create(threat=threat, confidence=threat.confidence, added_on=clock.today(), **said)
