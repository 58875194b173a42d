"""What follows an event of this room, in jobs of the worker."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.commands.record_step import RecordStep
from causeway.domains.campaigns.ladder_standing import PURPOSE
from causeway.domains.campaigns.models import Rung
from causeway.domains.campaigns.staying_in_touch import stay_in_touch
from causeway.domains.people.commands.give_consent import GiveConsent
from causeway.domains.people.letters import send_with_consent
from causeway.domains.people.models import Channel
from causeway.domains.people.queries import contactable
from causeway.domains.petitions import links, queries, tasks, wording
from causeway.domains.petitions.commands.admit_letter import AdmitLetter
from causeway.domains.petitions.commands.finish_update import FinishUpdate
from causeway.domains.petitions.commands.note_delivery import NoteDelivery
from causeway.domains.petitions.commands.settle_signature import SettleSignature
from causeway.domains.petitions.events import PetitionSigned, SignatureConfirmed, UpdatePosted
from causeway.domains.petitions.models import Signature
from causeway.kernel.actors import System
from causeway.kernel.mail import Letter, send
from causeway.kernel.outbox import once_a_batch
from causeway.kernel.perform import perform


def send_confirmation_letter(event: PetitionSigned) -> None:
    """The letter with the link, or the letter that says “you signed already”. It repeats nothing that was typed in."""
    signature = queries.waiting_signature(event.signature_id)
    if signature is None or not perform(System(reason="a form was filled in"), AdmitLetter(signature_id=signature.pk)):
        return
    signed = queries.confirmed_twin(signature)
    context = {
        "petition": signature.petition,
        "link": links.address_for(signed.pk if signed else signature.pk),
    }
    title = signature.petition.title
    if signed:
        subject = _("You have signed “%(petition)s” already") % {"petition": title}
        send(Letter(signature.email, subject, "petitions/letters/already_signed", context))
    else:
        subject = _("Confirm your signature: %(petition)s") % {"petition": title}
        send(Letter(signature.email, subject, "petitions/letters/confirm", context))


def settle(event: SignatureConfirmed) -> None:
    """Record the consents that were ticked and the step on the campaign’s ladder, then settle the signature."""
    signature = queries.confirmed_signature(event.signature_id)
    if signature is None:
        return
    for wish in signature.wishes:
        if wish.get("purpose") == PURPOSE:
            let_be_asked(signature, wish["wording"])
        else:
            perform(System(reason="ticked on a form, confirmed from the letter"), consent_for(signature, wish))
    if signature.email:
        step = RecordStep(campaign_id=signature.petition.campaign_id, email=signature.email, rung=Rung.SIGNED)
        perform(System(reason="a signature was confirmed"), step)
    perform(System(reason="a signature was confirmed"), SettleSignature(signature_id=signature.pk))


def let_be_asked(signature: Signature, wording: str) -> None:
    """Let the campaign’s alliance ask the signer for the next step."""
    campaign = signature.petition.campaign
    stay_in_touch(
        campaign_id=campaign.pk,
        controller_id=campaign.alliance_id,
        controller_name=campaign.alliance.name,
        email=signature.email,
        name=signature.name,
        wording=wording,
    )


def consent_for(signature: Signature, wish: dict[str, str]) -> GiveConsent:
    """The consent that a ticked box stands for."""
    alliance = signature.petition.campaign.alliance
    organisation = queries.organisation_named(UUID(wish["organisation"])) if wish["organisation"] else None
    return GiveConsent(
        email=signature.email,
        controller_id=organisation.pk if organisation else alliance.pk,
        controller_name=organisation.name if organisation else alliance.name,
        channel=Channel.EMAIL,
        purpose=wording.ORGANISATION_NEWS if organisation else wording.news_of(signature.petition_id),
        wording=wish["wording"],
    )


@once_a_batch
def tally_new_signatures(_event: SignatureConfirmed) -> None:
    """Bring the totals up to date; once for any number of new signatures."""
    tasks.tally_what_waits()


def deliver_update(event: UpdatePosted) -> None:
    """Send an update to every signer who agreed to it, one letter each, however often the job runs."""
    update = queries.update_to_deliver(event.update_id)
    if update is None:
        return
    writer = update.organisation or update.petition.campaign.alliance
    purpose = wording.ORGANISATION_NEWS if update.organisation else wording.news_of(update.petition_id)
    job = System(reason="an update was posted")
    for signatures in queries.reachable_signatures(update.petition_id):
        agreed = contactable([row.email for row in signatures], writer.pk, Channel.EMAIL, purpose)
        for signature in signatures:
            if signature.email not in agreed:
                continue
            if perform(job, NoteDelivery(update_id=update.pk, signature_id=signature.pk)):
                context = {"update": update, "writer": writer, "link": links.address_for(signature.pk)}
                letter = Letter(signature.email, update.title, "petitions/letters/update", context)
                send_with_consent(letter, controller_id=writer.pk, purpose=purpose)
    perform(job, FinishUpdate(update_id=update.pk))
