"""Show a threat to everybody."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.events import ThreatPublished
from causeway.domains.services.models import Threat
from causeway.domains.services.policies.threats import may_tend_threat
from causeway.domains.services.status import settle_status
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class PublishThreat(Command[Threat]):
    """Publish a threat: everybody sees it, and its service shows as under threat."""

    threat_id: UUID


@performs(
    PublishThreat,
    policy=may_tend_threat,
    says="published the threat “{threat}”",
    finds=locked(Threat, "threat_id"),
)
def publish_threat(_actor: Actor, _command: PublishThreat, threat: Threat) -> Done[Threat]:
    if threat.is_public:
        raise Conflict(_("This threat is published already."))
    threat.is_public = True
    threat.withdrawn_on = None
    threat.withdrawn_why = ""
    threat.save(update_fields=["is_public", "withdrawn_on", "withdrawn_why"])
    settle_status(threat.service)
    return Done(
        threat,
        events=[ThreatPublished(threat_id=threat.pk, alliance_id=threat.alliance_id)],
        scope=threat.alliance_id,
        about=threat.pk,
        named={"threat": threat.title},
    )
