"""Stop all letters about a petition."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.commands.drop_contact import DropContact
from causeway.domains.campaigns.ladder_standing import PURPOSE
from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.commands.withdraw_consent import WithdrawConsent
from causeway.domains.petitions import wording
from causeway.domains.petitions.models import Signature
from causeway.domains.petitions.policies import may_answer_for_signature
from causeway.kernel.actors import Actor, System
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.perform import perform


@dataclass(frozen=True, kw_only=True)
class StopLetters(Command[None]):
    """Take back every consent that was given with a signature, and let us forget the address. The signature stays."""

    signature_id: UUID


@performs(
    StopLetters,
    policy=may_answer_for_signature,
    says="took back the consents of a signature",
    finds=locked(Signature, "signature_id"),
)
def stop_letters(_actor: Actor, _command: StopLetters, signature: Signature) -> Done[None]:
    if signature.email:
        job = System(reason="taken back on the page behind the letter’s link")
        subject = index_of_address(signature.email)
        news = wording.news_of(signature.petition_id)
        campaign = signature.petition.campaign
        for purpose in (news, PURPOSE):
            withdrawal = WithdrawConsent(subject_index=subject, controller_id=campaign.alliance_id, purpose=purpose)
            perform(job, withdrawal)
        perform(job, DropContact(campaign_id=campaign.pk, controller_id=campaign.alliance_id, email=signature.email))
        for organisation in signature.petition.organisations.all():
            for purpose in (wording.ORGANISATION_NEWS, wording.ADDRESS_GIVEN):
                withdrawal = WithdrawConsent(subject_index=subject, controller_id=organisation.pk, purpose=purpose)
                perform(job, withdrawal)
    signature.wishes = []
    if signature.confirmed_at:
        signature.reachable, signature.email = False, ""
    signature.save(update_fields=["wishes", "reachable", "email"])
    return Done(None, about=signature.petition_id)
