"""Reply to the source of a tip-off."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from causeway.domains.services.commands.leave_tip_off import require_text
from causeway.domains.services.commands.sealed_messages import add_message
from causeway.domains.services.models import TipOff, TipOffMessage
from causeway.domains.services.policies.tipoffs import may_handle_tip_off
from causeway.domains.services.threads import keys_in_use
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class ReplyToTipOff(Command[None]):
    """Seal a reply to the source, who reads it with the return code, and to the handlers."""

    tip_off_id: UUID
    text: str = field(repr=False)


@performs(
    ReplyToTipOff,
    policy=may_handle_tip_off,
    says="replied to a tip-off",
    finds=locked(TipOff, "tip_off_id"),
    to_the_day=True,
)
def reply_to_tip_off(actor: Actor, command: ReplyToTipOff, tip_off: TipOff) -> Done[None]:
    require_text(command.text)
    keys = keys_in_use([tip_off.alliance_id])
    add_message(tip_off, TipOffMessage.Kind.REPLY, command.text, keys, written_by=signed_in(actor))
    tip_off.waits_since = None
    tip_off.save(update_fields=["waits_since"])
    return Done(None, scope=tip_off.alliance_id)
