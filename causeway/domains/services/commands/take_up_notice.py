"""Take up a tender notice as a threat to a service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.commands.register_service import ServiceFacts
from causeway.domains.services.commands.threatened_service import threatened_service
from causeway.domains.services.models import OfferedNotice, Threat
from causeway.domains.services.policies.tenders import may_decide_on_notice
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict
from causeway.kernel.perform import perform


@dataclass(frozen=True, kw_only=True)
class TakeUpNotice(Command[Threat]):
    """Record a threat of outsourcing with the notice's dates and link, and keep the tie between the two.

    The service is one of the register, or a new one by its name, which the buyer commissions.
    """

    offer_id: UUID
    title: str
    service_id: UUID | None = None
    new_service: str = ""
    summary: str = ""
    decided_on: date | None = None


@performs(
    TakeUpNotice,
    policy=may_decide_on_notice,
    says="took up the tender notice “{notice}”",
    finds=locked(OfferedNotice, "offer_id"),
)
def take_up_notice(actor: Actor, command: TakeUpNotice, offer: OfferedNotice) -> Done[Threat]:
    if offer.threat_id:
        raise Conflict(_("This notice was taken up already."))
    notice = offer.notice
    source = _("Tender notice %s") % notice.ocid
    new = ServiceFacts(name=command.new_service, commissioner_name=notice.buyer_name, source=source)
    service_id = threatened_service(actor, offer.alliance, command.service_id, new)
    published = notice.released_at.date() if notice.released_at else None
    threat = perform(
        actor,
        RecordThreat(
            service_id=service_id,
            kind=Threat.Kind.OUTSOURCING,
            title=command.title,
            summary=command.summary,
            confidence=Threat.Confidence.CONFIRMED,
            source=source,
            source_url=notice.source_url,
            announced_on=published,
            decided_on=command.decided_on,
            contract_ends_on=notice.contract_ends_on,
        ),
    )
    offer.state, offer.threat, offer.why_dismissed = OfferedNotice.State.TAKEN_UP, threat, ""
    offer.service_id = service_id
    offer.decided_by_id, offer.decided_at = person_of(actor), clock.now()
    offer.save()
    return Done(threat, scope=offer.alliance_id, about=offer.pk, named={"notice": str(notice)})
