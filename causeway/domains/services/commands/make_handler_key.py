"""Make a handler's key."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Alliance
from causeway.domains.services.models import HandlerKey
from causeway.domains.services.passphrases import require_strong
from causeway.domains.services.policies.tipoffs import may_make_handler_key
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict
from causeway.kernel.sealing import make_key_pair


@dataclass(frozen=True, kw_only=True)
class MakeHandlerKey(Command[HandlerKey]):
    """Make the key to which tip-offs will be sealed for the actor, locked with their passphrase."""

    alliance_id: UUID
    passphrase: str = field(repr=False)


@performs(
    MakeHandlerKey,
    policy=may_make_handler_key,
    says="made a key for reading tip-offs",
    finds=locked(Alliance, "alliance_id"),
    to_the_day=True,
)
def make_handler_key(actor: Actor, command: MakeHandlerKey, alliance: Alliance) -> Done[HandlerKey]:
    require_strong(command.passphrase)
    person_id = signed_in(actor)
    if HandlerKey.objects.filter(alliance=alliance, person_id=person_id).exists():
        raise Conflict(_("You have a key already. Renew it where you want another passphrase."))
    pair = make_key_pair(command.passphrase)
    key = HandlerKey.objects.create(
        alliance=alliance,
        person_id=person_id,
        public=pair.public,
        locked_private=pair.locked_private,
        made_on=clock.today(),
    )
    return Done(key, scope=alliance.pk)
