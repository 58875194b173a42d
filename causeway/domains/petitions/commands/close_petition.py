"""Close a petition."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.events import PetitionClosed
from causeway.domains.petitions.models import Petition
from causeway.domains.petitions.policies import may_close_petition
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict

KEEP_DAYS = 365


@dataclass(frozen=True, kw_only=True)
class ClosePetition(Command[Petition]):
    """Take no more signatures, and start the year after which they are deleted."""

    petition_id: UUID


@performs(
    ClosePetition,
    policy=may_close_petition,
    says="closed “{petition}”",
    finds=locked(Petition, "petition_id"),
)
def close_petition(_actor: Actor, _command: ClosePetition, petition: Petition) -> Done[Petition]:
    if not petition.is_open:
        raise Conflict(_("This petition is not open."))
    petition.closed_at = clock.now()
    petition.keep_until = clock.today() + timedelta(days=KEEP_DAYS)
    petition.save(update_fields=["closed_at", "keep_until"])
    return Done(
        petition,
        events=[PetitionClosed(petition_id=petition.pk)],
        scope=petition.campaign.alliance_id,
        about=petition.pk,
        named={"petition": petition.title},
    )
