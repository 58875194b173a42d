"""Put a tender notice back among those that wait."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.models import OfferedNotice
from causeway.domains.services.policies.tenders import may_decide_on_notice
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class ReopenNotice(Command[None]):
    """Undo a dismissal or a watch."""

    offer_id: UUID


@performs(
    ReopenNotice,
    policy=may_decide_on_notice,
    says="put back the tender notice “{notice}”",
    finds=locked(OfferedNotice, "offer_id"),
)
def reopen_notice(actor: Actor, _command: ReopenNotice, offer: OfferedNotice) -> Done[None]:
    if offer.threat_id:
        raise Conflict(_("This notice was taken up as a threat. Tend the threat instead."))
    offer.state, offer.why_dismissed = OfferedNotice.State.WAITING, ""
    offer.decided_by_id, offer.decided_at = person_of(actor), clock.now()
    offer.save()
    return Done(None, scope=offer.alliance_id, about=offer.pk, named={"notice": str(offer.notice)})
