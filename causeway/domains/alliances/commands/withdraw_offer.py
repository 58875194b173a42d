"""Withdraw an offer of office."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import OfficeOffer
from causeway.domains.alliances.policies import may_withdraw_offer
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WithdrawOffer(Command[None]):
    """Take an offer back before it is answered; the address is forgotten."""

    offer_id: UUID


@performs(
    WithdrawOffer,
    policy=may_withdraw_offer,
    says="withdrew the offer of the office {title} of “{body}”",
    finds=locked(OfficeOffer, "offer_id"),
)
def withdraw_offer(_actor: Actor, _command: WithdrawOffer, offer: OfficeOffer) -> Done[None]:
    if offer.status != OfficeOffer.Status.OFFERED:
        raise Conflict(_("This offer was answered or withdrawn already."))
    offer.status = OfficeOffer.Status.WITHDRAWN
    offer.answered_on = clock.today()
    offer.email = ""
    offer.save()
    body = body_of(offer.office)
    return Done(None, scope=body.pk, about=offer.office_id, named={"title": offer.office.title, "body": body.name})
