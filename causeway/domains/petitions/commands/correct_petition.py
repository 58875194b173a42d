"""Correct a petition that is open."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.drafting import checked_words
from causeway.domains.petitions.models import Correction, Petition
from causeway.domains.petitions.policies import may_run_petition
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CorrectPetition(Command[Correction]):
    """Put something right after signing has begun. The text stays; the correction is shown under it with its day."""

    petition_id: UUID
    text: str


@performs(
    CorrectPetition,
    policy=may_run_petition,
    says="added a correction to “{petition}”",
    finds=found(Petition, "petition_id", "campaign"),
)
def correct_petition(_actor: Actor, command: CorrectPetition, petition: Petition) -> Done[Correction]:
    if petition.opened_at is None:
        raise Conflict(_("This is still a draft: change its text instead."))
    text = checked_words(text=command.text, longest=2000)
    correction = Correction.objects.create(petition=petition, text=text, made_at=clock.now())
    return Done(correction, scope=petition.campaign.alliance_id, about=petition.pk, named={"petition": petition.title})
