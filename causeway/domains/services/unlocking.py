"""A handler's own key: found, and unlocked with their passphrase for the length of one command."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.models import HandlerKey
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.errors import Conflict, Invalid, Refused
from causeway.kernel.sealing import unlock_private


def key_of(actor: Actor, alliance_id: UUID) -> HandlerKey:
    """The actor's key in that alliance. Raises Conflict where they have not made one."""
    key = HandlerKey.objects.filter(alliance_id=alliance_id, person_id=signed_in(actor)).first()
    if key is None:
        raise Conflict(_("Make your key first: nothing is sealed to you until then."))
    return key


def unlocked(key: HandlerKey, passphrase: str, field: str = "passphrase") -> bytes:
    """The private half. Raises Invalid, at the form's field, where the passphrase is wrong."""
    try:
        return unlock_private(bytes(key.locked_private), passphrase)
    except Refused as refused:
        raise Invalid(**{field: refused.sentence}) from None
