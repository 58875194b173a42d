"""Write to the signers of a petition, through Causeway."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.petitions.drafting import checked_words
from causeway.domains.petitions.events import UpdatePosted
from causeway.domains.petitions.models import Petition, Update
from causeway.domains.petitions.policies import may_write_to_signers
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Missing, TooMany

ONCE_IN = timedelta(hours=24)


@dataclass(frozen=True, kw_only=True)
class WriteToSigners(Command[Update]):
    """Send news to those signers who agreed to it: the campaign’s (shown on the page too), or one organisation’s.

    The writer sees how many letters went out, and never an address.
    """

    petition_id: UUID
    title: str
    text: str
    organisation_id: UUID | None = None


def petition_and_writer(command: WriteToSigners) -> tuple[Petition, Organisation | None]:
    """The petition, and the organisation that writes (none: the campaign itself)."""
    petition = Petition.objects.select_related("campaign").filter(pk=command.petition_id).first()
    if petition is None:
        raise Missing
    if command.organisation_id is None:
        return petition, None
    organisation = Organisation.objects.filter(pk=command.organisation_id).first()
    if organisation is None:
        raise Missing
    return petition, organisation


@performs(
    WriteToSigners,
    policy=may_write_to_signers,
    says="wrote to the signers of “{petition}”",
    finds=petition_and_writer,
)
def write_to_signers(
    actor: Actor, command: WriteToSigners, subject: tuple[Petition, Organisation | None]
) -> Done[Update]:
    petition, organisation = subject
    Petition.objects.select_for_update(no_key=True).get(pk=petition.pk)
    now = clock.now()
    if petition.updates.filter(organisation=organisation, posted_at__gt=now - ONCE_IN).exists():
        raise TooMany(_("You wrote to these signers in the last 24 hours. Give them until tomorrow."))
    update = Update.objects.create(
        petition=petition,
        organisation=organisation,
        title=checked_words(title=command.title, longest=160),
        text=checked_words(text=command.text, longest=10_000),
        written_by_id=person_of(actor),
        posted_at=now,
    )
    return Done(
        update,
        events=[UpdatePosted(update_id=update.pk)],
        scope=organisation.pk if organisation else petition.campaign.alliance_id,
        about=petition.pk,
        named={"petition": petition.title},
    )
