"""Accept an office that was offered."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import OfficeOffer, Term
from causeway.domains.alliances.policies import may_answer_offer
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AcceptOffice(Command[Term]):
    """Take up an offered office, and say whether one's name may stand on the public page."""

    offer_id: UUID
    shown_publicly: bool = False


@performs(
    AcceptOffice,
    policy=may_answer_offer,
    says="accepted the office {title} of “{body}”",
    finds=locked(OfficeOffer, "offer_id"),
)
def accept_office(actor: Actor, command: AcceptOffice, offer: OfficeOffer) -> Done[Term]:
    if offer.status != OfficeOffer.Status.OFFERED:
        raise Conflict(_("This offer was answered or withdrawn already."))
    if offer.ends_on and offer.ends_on < clock.today():
        raise Conflict(_("The term that was offered is over. Ask for a new offer."))
    term = Term.objects.create(
        office=offer.office,
        person_id=signed_in(actor),
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        shown_publicly=command.shown_publicly,
    )
    offer.status = OfficeOffer.Status.ACCEPTED
    offer.answered_on = clock.today()
    offer.email = ""
    offer.save()
    body = body_of(offer.office)
    return Done(term, scope=body.pk, about=offer.office_id, named={"title": offer.office.title, "body": body.name})
