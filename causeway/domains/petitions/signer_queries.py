"""What a signer sees of their own signature, behind the link in the letter."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.ladder_standing import PURPOSE
from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.models import Channel, Consent
from causeway.domains.people.queries import consent_of_subject
from causeway.domains.petitions import wording
from causeway.domains.petitions.models import Signature


@dataclass(frozen=True)
class PassedOn:
    """An organisation that could have the signer's address, and whether it may."""

    organisation_id: UUID
    name: str
    wording: str
    given: bool


def consents_of_signer(signature: Signature) -> list[Consent]:
    """The consents that run because of this signature."""
    if not signature.email:
        return []
    subject = index_of_address(signature.email)
    campaign = signature.petition.campaign
    asked = [(campaign.alliance_id, wording.news_of(signature.petition_id)), (campaign.alliance_id, PURPOSE)]
    for organisation in signature.petition.organisations.all():
        asked += [(organisation.pk, wording.ORGANISATION_NEWS), (organisation.pk, wording.ADDRESS_GIVEN)]
    found = [consent_of_subject(subject, controller_id, Channel.EMAIL, purpose) for controller_id, purpose in asked]
    return [consent for consent in found if consent is not None and consent.withdrawn_at is None]


def addresses_passed_on(signature: Signature) -> list[PassedOn]:
    """For each organisation that the petition offers: may it have the address? Empty where we no longer have it."""
    if not signature.reachable:
        return []
    subject = index_of_address(signature.email)
    rows = []
    for organisation in signature.petition.organisations.all():
        consent = consent_of_subject(subject, organisation.pk, Channel.EMAIL, wording.ADDRESS_GIVEN)
        given = consent is not None and consent.withdrawn_at is None
        said = wording.for_passing_on(organisation.name)
        rows.append(PassedOn(organisation.pk, organisation.name, said, given))
    return rows
