"""Renew a handler's key."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.models import HandlerKey, SealedCopy
from causeway.domains.services.passphrases import require_strong
from causeway.domains.services.policies.tipoffs import may_make_handler_key
from causeway.domains.services.threads import opened, seal
from causeway.domains.services.unlocking import key_of, unlocked
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.sealing import make_key_pair


@dataclass(frozen=True, kw_only=True)
class RenewHandlerKey(Command[HandlerKey]):
    """Make a new pair of keys in place of the old one.

    With the old passphrase, everything is sealed anew to the new key. Without it (``old_passphrase`` empty: it is
    lost), the copies that nobody can open any more are deleted; the other handlers keep theirs.
    """

    alliance_id: UUID
    old_passphrase: str = field(default="", repr=False)
    passphrase: str = field(repr=False)


@performs(
    RenewHandlerKey,
    policy=may_make_handler_key,
    says="renewed their key for reading tip-offs{how}",
    finds=locked(Alliance, "alliance_id"),
    to_the_day=True,
)
def renew_handler_key(actor: Actor, command: RenewHandlerKey, alliance: Alliance) -> Done[HandlerKey]:
    require_strong(command.passphrase)
    key = key_of(actor, alliance.pk)
    copies = list(SealedCopy.objects.filter(key=key).select_related("message"))
    pair = make_key_pair(command.passphrase)
    if command.old_passphrase:
        private = unlocked(key, command.old_passphrase, field="old_passphrase")
        for copy in copies:
            copy.sealed = seal(copy.message, pair.public, opened(copy, private))
        SealedCopy.objects.bulk_update(copies, ["sealed"], batch_size=200)
    else:
        SealedCopy.objects.filter(key=key).delete()
    key.public, key.locked_private, key.made_on = pair.public, pair.locked_private, clock.today()
    key.save()
    how = "" if command.old_passphrase else "; what was sealed to the lost one is deleted"
    return Done(key, scope=alliance.pk, named={"how": how})
