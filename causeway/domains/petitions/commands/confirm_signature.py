"""Confirm a signature from the letter."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError
from django.utils.translation import gettext as _

from causeway.domains.petitions.events import SignatureConfirmed
from causeway.domains.petitions.models import Signature
from causeway.domains.petitions.policies import has_run_out, may_answer_for_signature
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing, Refused


@dataclass(frozen=True, kw_only=True)
class ConfirmSignature(Command[Signature]):
    """Press the button on the page behind the letter's link. A second press changes nothing (Conflict)."""

    signature_id: UUID


def signature_to_confirm(command: ConfirmSignature) -> Signature:
    """The signature, locked, with its petition, which is not."""
    rows = Signature.objects.select_related("petition").select_for_update(of=("self",), no_key=True)
    signature = rows.filter(pk=command.signature_id).first()
    if signature is None:
        raise Missing(_("This signature is no longer here: it was withdrawn, or not confirmed within 14 days."))
    return signature


@performs(
    ConfirmSignature,
    policy=may_answer_for_signature,
    says="confirmed a signature",
    finds=signature_to_confirm,
)
def confirm_signature(_actor: Actor, _command: ConfirmSignature, signature: Signature) -> Done[Signature]:
    if signature.confirmed_at:
        raise Conflict(_("You have confirmed this signature already. Thank you."))
    if not signature.petition.is_open or has_run_out(signature.petition):
        raise Refused(_("This petition has closed, so this signature can no longer be confirmed."))
    signature.confirmed_at = clock.now()
    try:
        Signature.objects.filter(pk=signature.pk).update(confirmed_at=signature.confirmed_at)
    except IntegrityError:
        raise Conflict(_("You have signed this petition already. Thank you.")) from None
    return Done(
        signature,
        events=[SignatureConfirmed(signature_id=signature.pk, petition_id=signature.petition_id)],
        about=signature.petition_id,
    )
