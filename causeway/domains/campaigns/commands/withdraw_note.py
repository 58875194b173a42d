"""Take a note away."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.models import (
    Note,
)
from causeway.domains.campaigns.policies import (
    may_withdraw_note,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class WithdrawNote(Command[Note]):
    """Take it off every page. It stays stored and can be put back."""

    note_id: UUID


@performs(
    WithdrawNote,
    policy=may_withdraw_note,
    says="took a note of the campaign “{campaign}” away",
    finds=locked(Note, "note_id"),
)
def withdraw_note(_actor: Actor, _command: WithdrawNote, note: Note) -> Done[Note]:
    note.withdrawn_on = clock.today()
    note.save(update_fields=["withdrawn_on"])
    return in_trail(note.campaign, note, about=note.pk)
