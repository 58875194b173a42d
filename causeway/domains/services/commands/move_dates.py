"""Move the dates of a threat's decision clock."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.commands.record_threat import ThreatDates, check_order
from causeway.domains.services.deadlines import LABELS
from causeway.domains.services.events import ThreatDatesMoved
from causeway.domains.services.filled_in import short_text, web_address
from causeway.domains.services.models import DateMove, Threat
from causeway.domains.services.policies.threats import may_tend_threat
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class MoveDates(ThreatDates, Command[Threat]):
    """Give all dates of the clock anew, and who says so. What each date was stays on record."""

    threat_id: UUID
    source: str
    source_url: str = ""


@performs(
    MoveDates,
    policy=may_tend_threat,
    says="moved dates of the threat “{threat}”: {dates}",
    finds=locked(Threat, "threat_id"),
)
def move_dates(_actor: Actor, command: MoveDates, threat: Threat) -> Done[Threat]:
    check_order(command)
    moved = [name for name in LABELS if getattr(threat, name) != getattr(command, name)]
    if not moved:
        raise Invalid(_("No date has changed."))
    said = {
        "source": short_text("source", command.source, longest=300),
        "source_url": web_address("source_url", command.source_url),
    }
    for name in moved:
        was, became = getattr(threat, name), getattr(command, name)
        DateMove.objects.create(threat=threat, which=name, was=was, became=became, moved_on=clock.today(), **said)
        setattr(threat, name, became)
    threat.save(update_fields=moved)
    return Done(
        threat,
        events=[ThreatDatesMoved(threat_id=threat.pk, alliance_id=threat.alliance_id)],
        scope=threat.alliance_id,
        about=threat.pk,
        named={"threat": threat.title, "dates": ", ".join(str(LABELS[name]) for name in moved)},
    )
