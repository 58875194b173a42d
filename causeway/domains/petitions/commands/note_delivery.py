"""Note that a signer gets an update."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from causeway.domains.petitions.models import Delivery, Signature, Update
from causeway.domains.petitions.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class NoteDelivery(Command[bool]):
    """Note, before the letter leaves, that it goes to this signer; False where it went before.

    Noted first and sent after: a crash between the two costs one letter, and never sends one twice.
    """

    update_id: UUID
    signature_id: UUID


@performs(NoteDelivery, policy=only_a_job, says="sent a letter to a signer", finds=found(Update, "update_id"))
def note_delivery(_actor: Actor, command: NoteDelivery, update: Update) -> Done[bool]:
    if not Signature.objects.filter(pk=command.signature_id, petition_id=update.petition_id).exists():
        return Done(False)
    _delivery, made = Delivery.objects.get_or_create(update=update, signature_id=command.signature_id)
    if made:
        Update.objects.filter(pk=update.pk).update(letters=F("letters") + 1)
    return Done(made, about=update.pk)
