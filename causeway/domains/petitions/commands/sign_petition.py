"""Sign a petition online."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.campaigns.ladder_standing import PURPOSE
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.wording_of_consent import consent_wording
from causeway.domains.petitions import digests, wording
from causeway.domains.petitions.events import PetitionSigned
from causeway.domains.petitions.models import Petition, Signature
from causeway.domains.petitions.policies import may_sign_petition
from causeway.domains.petitions.signing import checked_signer
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid, Missing

NEEDED = ("id", "campaign_id", "opened_at", "closes_on", "closed_at")  # in the model's order, as from_db asks
STANDING = f"SELECT {', '.join(NEEDED)} FROM petitions_petition WHERE slug = %s"  # noqa: S608 - names of our own


@dataclass(frozen=True, kw_only=True)
class SignPetition(Command[UUID]):
    """Fill in the form. The signature counts once it is confirmed from the letter that goes to ``email``.

    ``updates``: the signer asks for news of the petition. ``next_step``: the campaign’s alliance may ask the signer
    for the next step. ``organisation_ids``: those that may write to the signer through Causeway. The answer is the
    same whether or not the address has signed already.
    """

    petition_slug: str
    name: str
    email: str
    postcode: str
    shows_name: bool = False
    updates: bool = False
    next_step: bool = False
    organisation_ids: tuple[UUID, ...] = ()


def petition_to_sign(command: SignPetition) -> Petition:
    """The petition by its address; not locked, since thousands may sign at once.

    Asked for in SQL, because the ORM takes three times as long to make the statement as the database to answer it.
    """
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [command.petition_slug])
        row = cursor.fetchone()
    if row is None:
        raise Missing
    return Petition.from_db(connection.alias, NEEDED, row)


@performs(SignPetition, policy=may_sign_petition, says="signed a petition", finds=petition_to_sign, at_once=True)
def sign_petition(_actor: Actor, command: SignPetition, petition: Petition) -> Done[UUID]:
    signer = checked_signer(name=command.name, email=command.email, postcode=command.postcode)
    signature = Signature(
        petition_id=petition.pk,
        name=signer.name,
        email=signer.email,
        postcode=signer.postcode,
        area=signer.area,
        same_person=digests.of_address(signer.email, petition.pk),
        same_line=digests.of_line(signer.name, signer.postcode, petition.pk),
        same_postcode=digests.of_postcode(signer.postcode, petition.pk),
        shows_name=command.shows_name,
        wishes=wishes_of(command, petition),
        signed_at=clock.now(),
    )
    announced = PetitionSigned(signature_id=signature.pk)
    return Done(signature.pk, events=[announced], rows=[signature], about=petition.pk)


def wishes_of(command: SignPetition, petition: Petition) -> list[dict[str, str]]:
    """The ticked boxes with their words as the signer saw them. Raises Invalid for an organisation not offered."""
    wishes = []
    if command.updates:
        wishes.append({"organisation": "", "wording": wording.for_updates()})
    if command.next_step:
        said = consent_wording(Campaign.objects.values_list("alliance__name", flat=True).get(pk=petition.campaign_id))
        wishes.append({"organisation": "", "purpose": PURPOSE, "wording": said})
    if command.organisation_ids:
        offered = Organisation.objects.filter(pk__in=petition.organisations.all())
        names = {row.pk: row.name for row in offered}
        for organisation_id in dict.fromkeys(command.organisation_ids):
            if organisation_id not in names:
                raise Invalid(organisations=_("Choose only organisations that this petition offers."))
            said = wording.for_organisation(names[organisation_id])
            wishes.append({"organisation": str(organisation_id), "wording": said})
    return wishes
