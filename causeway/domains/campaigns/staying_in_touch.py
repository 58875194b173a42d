"""What follows when somebody agreed to be asked for the next step: in jobs, for events and for the rooms above."""

from __future__ import annotations

from uuid import UUID

from causeway.domains.campaigns.commands.keep_contact import KeepContact
from causeway.domains.campaigns.ladder_standing import PURPOSE
from causeway.domains.people.commands.give_consent import GiveConsent
from causeway.domains.people.models import Channel
from causeway.domains.people.queries import may_contact
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def stay_in_touch(
    *, campaign_id: UUID, controller_id: UUID, controller_name: str, email: str, name: str, wording: str
) -> None:
    """Store the consent with the words that were agreed to, and keep the address. Whoever has stopped every letter
    is not kept. Done twice, it is once."""
    system = System("somebody agreed to hear about the next step")
    perform(
        system,
        GiveConsent(
            email=email,
            controller_id=controller_id,
            controller_name=controller_name,
            channel=Channel.EMAIL,
            purpose=PURPOSE,
            wording=wording,
        ),
    )
    if may_contact(email, controller_id, Channel.EMAIL, PURPOSE):
        perform(system, KeepContact(campaign_id=campaign_id, controller_id=controller_id, email=email, name=name))
