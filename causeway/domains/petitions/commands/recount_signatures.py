"""Count a petition's signatures anew."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions import tally
from causeway.domains.petitions.models import Petition
from causeway.domains.petitions.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class RecountSignatures(Command[list[tuple[str, str, int, int]]]):
    """Prove that the totals are those of the rows, and mend them where not; returns source, area, was, is."""

    petition_id: UUID


@performs(
    RecountSignatures,
    policy=only_a_job,
    says="recounted the signatures of “{petition}”: {wrong} totals were mended",
    finds=found(Petition, "petition_id", "campaign"),
)
def recount_signatures(
    _actor: Actor, _command: RecountSignatures, petition: Petition
) -> Done[list[tuple[str, str, int, int]]]:
    if petition.cleared_on:
        raise Conflict(_("The signatures of this petition were deleted; its totals stand as they were then."))
    wrong = tally.recount(petition.pk)
    return Done(
        wrong,
        scope=petition.campaign.alliance_id,
        about=petition.pk,
        named={"petition": petition.title, "wrong": str(len(wrong))},
    )
