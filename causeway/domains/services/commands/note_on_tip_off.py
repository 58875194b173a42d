"""Write a note on a tip-off."""

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
class NoteOnTipOff(Command[None]):
    """Seal a note, or a question to a colleague, to the handlers only. ``settles`` says that no answer is needed."""

    tip_off_id: UUID
    text: str = field(repr=False)
    settles: bool = False


@performs(
    NoteOnTipOff,
    policy=may_handle_tip_off,
    says="wrote a note on a tip-off",
    finds=locked(TipOff, "tip_off_id"),
    to_the_day=True,
)
def note_on_tip_off(actor: Actor, command: NoteOnTipOff, tip_off: TipOff) -> Done[None]:
    require_text(command.text)
    keys = keys_in_use([tip_off.alliance_id])
    add_message(tip_off, TipOffMessage.Kind.NOTE, command.text, keys, written_by=signed_in(actor))
    if command.settles:
        tip_off.waits_since = None
        tip_off.save(update_fields=["waits_since"])
    return Done(None, scope=tip_off.alliance_id)
