"""Delete the address of one person who stopped being asked."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.event_policies import is_the_system
from causeway.domains.campaigns.ladder_standing import index_on_ladder
from causeway.domains.campaigns.models import Campaign, Contact
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class DropContact(Command[None]):
    """Delete at once what ``KeepContact`` kept of an address for one body. What is not there is nothing to do."""

    campaign_id: UUID
    controller_id: UUID
    email: str


@performs(
    DropContact,
    policy=is_the_system,
    says="deleted a contact who stopped being asked about “{campaign}”",
    finds=found(Campaign, "campaign_id"),
)
def drop_contact(_actor: Actor, command: DropContact, campaign: Campaign) -> Done[None]:
    index = index_on_ladder(command.email, campaign.pk)
    Contact.objects.filter(campaign=campaign, controller_id=command.controller_id, person_index=index).delete()
    return Done(None, scope=campaign.alliance_id, about=campaign.pk, named={"campaign": campaign.name})
