"""Open a petition for signatures."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.events import PetitionOpened
from causeway.domains.petitions.models import Petition
from causeway.domains.petitions.policies import has_run_out, may_run_petition
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class OpenPetition(Command[Petition]):
    """Make a draft public and let people sign it. From now on its text stands; only corrections can be added."""

    petition_id: UUID


@performs(
    OpenPetition,
    policy=may_run_petition,
    says="opened “{petition}” for signatures",
    finds=locked(Petition, "petition_id"),
)
def open_petition(_actor: Actor, _command: OpenPetition, petition: Petition) -> Done[Petition]:
    if petition.opened_at:
        raise Conflict(_("This petition is open, or was, already."))
    if petition.closes_on is None or has_run_out(petition):
        raise Invalid(_("Give it a closing day that is still to come: signatures are kept for a year after it."))
    petition.opened_at = clock.now()
    petition.save(update_fields=["opened_at"])
    return Done(
        petition,
        events=[PetitionOpened(petition_id=petition.pk)],
        scope=petition.campaign.alliance_id,
        about=petition.pk,
        named={"petition": petition.title},
    )
