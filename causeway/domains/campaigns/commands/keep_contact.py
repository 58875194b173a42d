"""Keep the address of somebody who agreed to be asked for the next step."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.event_policies import is_the_system
from causeway.domains.campaigns.ladder_standing import PURPOSE, index_of_asked, index_on_ladder
from causeway.domains.campaigns.models import Campaign, Contact, Rung, Step
from causeway.domains.people.models import Channel
from causeway.domains.people.queries import may_contact
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Refused


@dataclass(frozen=True, kw_only=True)
class KeepContact(Command[Contact]):
    """Keep an address, sealed, for one body and one campaign. It needs a consent that runs (``GiveConsent`` with the
    purpose ``next-step``), and goes when that is withdrawn."""

    campaign_id: UUID
    controller_id: UUID
    email: str
    name: str = ""


@performs(
    KeepContact,
    policy=is_the_system,
    says="kept a contact who agreed to be asked about “{campaign}”",
    finds=found(Campaign, "campaign_id"),
)
def keep_contact(_actor: Actor, command: KeepContact, campaign: Campaign) -> Done[Contact]:
    if not may_contact(command.email, command.controller_id, Channel.EMAIL, PURPOSE):
        raise Refused(_("No address is kept without consent."))
    index = index_on_ladder(command.email, campaign.pk)
    contact, _made = Contact.objects.get_or_create(
        campaign=campaign,
        controller_id=command.controller_id,
        person_index=index,
        defaults={
            "address_index": index_of_asked(command.email),
            "email": command.email,
            "name": command.name,
            "since": clock.today(),
        },
    )
    Step.objects.get_or_create(
        campaign=campaign, person_index=index, rung=Rung.SAID_YES, defaults={"on": clock.today()}
    )
    return Done(contact, scope=campaign.alliance_id, about=campaign.pk, named={"campaign": campaign.name})
