"""Sign an open letter for an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.petitions.events import OpenLetterEndorsed
from causeway.domains.petitions.models import Endorsement, Petition
from causeway.domains.petitions.policies import may_endorse
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class EndorseOpenLetter(Command[Endorsement]):
    """Put an organisation’s name under an open letter."""

    petition_id: UUID
    organisation_id: UUID


def letter_and_organisation(command: EndorseOpenLetter) -> tuple[Petition, Organisation]:
    """The open letter, and who is to sign it."""
    petition = Petition.objects.select_related("campaign").filter(pk=command.petition_id).first()
    organisation = Organisation.objects.filter(pk=command.organisation_id).first()
    if petition is None or organisation is None:
        raise Missing
    return petition, organisation


@performs(
    EndorseOpenLetter,
    policy=may_endorse,
    says="signed the open letter “{petition}” for “{organisation}”",
    finds=letter_and_organisation,
)
def endorse_open_letter(
    actor: Actor, _command: EndorseOpenLetter, subject: tuple[Petition, Organisation]
) -> Done[Endorsement]:
    petition, organisation = subject
    endorsement, made = Endorsement.objects.get_or_create(
        petition=petition,
        organisation=organisation,
        withdrawn_on=None,
        defaults={"endorsed_by_id": person_of(actor), "endorsed_on": clock.today()},
    )
    if not made:
        raise Conflict(_("Your organisation has signed this open letter already."))
    return Done(
        endorsement,
        events=[OpenLetterEndorsed(petition_id=petition.pk, organisation_id=organisation.pk)],
        scope=organisation.pk,
        about=petition.pk,
        named={"petition": petition.title, "organisation": organisation.name},
    )
