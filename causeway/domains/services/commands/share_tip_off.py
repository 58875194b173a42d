"""Share a tip-off with handlers who came later."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from causeway.domains.services.models import SealedCopy, TipOff
from causeway.domains.services.policies.tipoffs import may_handle_tip_off
from causeway.domains.services.threads import keys_in_use, opened, seal
from causeway.domains.services.unlocking import key_of, unlocked
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class ShareTipOff(Command[int]):
    """Seal what the actor can open to the handlers who have no copy yet. Returns how many copies were made."""

    tip_off_id: UUID
    passphrase: str = field(repr=False)


@performs(
    ShareTipOff,
    policy=may_handle_tip_off,
    says="shared a tip-off with the other handlers",
    finds=locked(TipOff, "tip_off_id"),
    to_the_day=True,
)
def share_tip_off(actor: Actor, command: ShareTipOff, tip_off: TipOff) -> Done[int]:
    key = key_of(actor, tip_off.alliance_id)
    private = unlocked(key, command.passphrase)
    copies = SealedCopy.objects.filter(message__tip_off=tip_off).exclude(key=None)
    there = set(copies.values_list("message_id", "key_id"))
    others = list(keys_in_use([tip_off.alliance_id]).exclude(pk=key.pk))
    made = [
        SealedCopy(message=copy.message, key=other, sealed=seal(copy.message, other.public, opened(copy, private)))
        for copy in copies.filter(key=key).select_related("message")
        for other in others
        if (copy.message_id, other.pk) not in there
    ]
    SealedCopy.objects.bulk_create(made)
    return Done(len(made), scope=tip_off.alliance_id)
