"""Remind an alliance that a watched contract comes near its end."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.events import ContractEndCameNear
from causeway.domains.services.models import OfferedNotice
from causeway.domains.services.policies.tenders import may_remind_of_contract_end
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class RemindOfContractEnd(Command[None]):
    """Have the coordinators told, once, that the months begin in which a service can be brought back."""

    offer_id: UUID


@performs(
    RemindOfContractEnd,
    policy=may_remind_of_contract_end,
    says="reminded the coordinators that the contract of “{notice}” comes near its end",
    finds=locked(OfferedNotice, "offer_id"),
)
def remind_of_contract_end(_actor: Actor, _command: RemindOfContractEnd, offer: OfferedNotice) -> Done[None]:
    if offer.reminded_on is not None:
        raise Conflict(_("The coordinators were reminded of this contract already."))
    offer.reminded_on = clock.today()
    offer.save(update_fields=["reminded_on"])
    return Done(
        None,
        events=[ContractEndCameNear(offer_id=offer.pk)],
        scope=offer.alliance_id,
        about=offer.pk,
        named={"notice": str(offer.notice)},
    )
