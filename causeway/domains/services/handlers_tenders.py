"""What this room does when tender notices came in, and when a contract comes near its end."""

from __future__ import annotations

from django.utils.translation import gettext as _

from causeway.domains.services.events import ContractEndCameNear, TenderPackageReceived
from causeway.domains.services.in_parts import read_package_to_its_end
from causeway.domains.services.queries.tenders import reminder_of
from causeway.kernel.actors import System
from causeway.kernel.mail import Letter, send


def read_received_package(event: TenderPackageReceived) -> None:
    """Read it in a job, however long it takes."""
    read_package_to_its_end(System("a package of tender notices came in"), event.package_id)


def tell_of_contract_end(event: ContractEndCameNear) -> None:
    """Write to the alliance's coordinators."""
    reminder = reminder_of(event.offer_id)
    if reminder is None:
        return
    offer, addresses = reminder
    subject = _("A contract comes near its end: %s") % offer.notice.title[:80]
    for address in addresses:
        send(Letter(to=address, subject=subject, template="services/letters/contract_ends", context={"offer": offer}))
