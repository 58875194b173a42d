"""Offer somebody an office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import Body, find_body
from causeway.domains.alliances.commands.office_in import office_in
from causeway.domains.alliances.events import OfficeOffered
from causeway.domains.alliances.models import Membership, OfficeOffer
from causeway.domains.alliances.policies import may_appoint
from causeway.domains.alliances.standing import index_of_address, index_of_organisation
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class OfferOffice(Command[OfficeOffer]):
    """Offer an office to whoever has an e-mail address, or to a member who lets the officers know them.

    Nobody learns from this whether there is an account with that address. Nothing shows until it is accepted.
    """

    body_id: UUID
    title: str
    role: str
    email: str = ""
    membership_id: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None


@performs(OfferOffice, policy=may_appoint, says="offered the office {title} of “{body}”", finds=find_body)
def offer_office(actor: Actor, command: OfferOffice, body: Body) -> Done[OfficeOffer]:
    starts_on = command.starts_on or clock.today()
    if command.ends_on and command.ends_on < starts_on:
        raise Invalid(ends_on=_("A term cannot end before it starts."))
    email = _address_of_member(body, command.membership_id) if command.membership_id else _checked(command.email)
    office = office_in(body, title=command.title, role=command.role)
    index = index_of_address(email)
    if office.offers.filter(email_index=index, status=OfficeOffer.Status.OFFERED).exists():
        raise Conflict(_("This office was offered to that address already, and waits for an answer."))
    offer = OfficeOffer.objects.create(
        office=office,
        email=email,
        email_index=index,
        starts_on=starts_on,
        ends_on=command.ends_on,
        offered_on=clock.today(),
        offered_by_id=signed_in(actor),
    )
    return Done(
        offer,
        events=[OfficeOffered(offer_id=offer.pk)],
        scope=body.pk,
        about=office.pk,
        named={"title": office.title, "body": body.name},
    )


def _checked(email: str) -> str:
    email = email.strip()
    try:
        EmailValidator()(email)
    except ValidationError:
        raise Invalid(email=_("Enter an e-mail address, like name@example.org.")) from None
    return email


def _address_of_member(body: Body, membership_id: int) -> str:
    """The address of a member who agreed that the officers know them. Raises Invalid."""
    membership = Membership.objects.filter(
        pk=membership_id, organisation_index=index_of_organisation(body.pk), known_to_officers=True
    ).first()
    person = Person.objects.filter(pk=membership.pair.split(" ")[0], is_active=True).first() if membership else None
    if person is None:
        raise Invalid(membership_id=_("That member is no longer on the list. Choose another, or enter an address."))
    return person.email
