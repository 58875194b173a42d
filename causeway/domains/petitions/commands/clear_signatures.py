"""Delete the signatures of a petition whose time is over."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions import tally
from causeway.domains.petitions.models import Petition, Signature
from causeway.domains.petitions.policies import only_a_job
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class ClearSignatures(Command[int]):
    """Delete who signed, a year after the close; the totals stay. Returns how many rows went."""

    petition_id: UUID


@performs(
    ClearSignatures,
    policy=only_a_job,
    says="deleted the signatures of “{petition}”, whose time is over; the totals stay",
    finds=locked(Petition, "petition_id"),
)
def clear_signatures(_actor: Actor, _command: ClearSignatures, petition: Petition) -> Done[int]:
    if petition.keep_until is None or petition.keep_until >= clock.today() or petition.cleared_on:
        raise Conflict(_("The time of these signatures is not over, or they are deleted already."))
    tally.recount(petition.pk)  # the totals are whole before the rows go
    deleted, _each = Signature.objects.filter(petition=petition).delete()
    petition.cleared_on = clock.today()
    petition.save(update_fields=["cleared_on"])
    return Done(deleted, scope=petition.campaign.alliance_id, about=petition.pk, named={"petition": petition.title})
