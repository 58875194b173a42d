"""Give one's e-mail address to an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.people.commands.give_consent import GiveConsent
from causeway.domains.people.models import Channel
from causeway.domains.petitions import wording
from causeway.domains.petitions.models import Signature
from causeway.domains.petitions.policies import may_answer_for_signature
from causeway.kernel.actors import Actor, System
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid, Refused
from causeway.kernel.perform import perform


@dataclass(frozen=True, kw_only=True)
class PassOnAddress(Command[None]):
    """Agree that one organisation gets the address itself. Never asked on the form; only offered afterwards."""

    signature_id: UUID
    organisation_id: UUID


@performs(
    PassOnAddress,
    policy=may_answer_for_signature,
    says="agreed that an address is passed on",
    finds=found(Signature, "signature_id", "petition"),
)
def pass_on_address(_actor: Actor, command: PassOnAddress, signature: Signature) -> Done[None]:
    if not signature.confirmed_at or not signature.reachable:
        raise Refused(_("We no longer have your address, so there is nothing to pass on."))
    organisation = signature.petition.organisations.filter(pk=command.organisation_id).first()
    if organisation is None:
        raise Invalid(organisation=_("Choose an organisation that this petition offers."))
    consent = GiveConsent(
        email=signature.email,
        controller_id=organisation.pk,
        controller_name=organisation.name,
        channel=Channel.EMAIL,
        purpose=wording.ADDRESS_GIVEN,
        wording=wording.for_passing_on(organisation.name),
    )
    perform(System(reason="agreed to on the page behind the letter’s link"), consent)
    return Done(None, about=signature.petition_id)
