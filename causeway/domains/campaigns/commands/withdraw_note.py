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
from causeway.kernel.actors import Actor, person_of
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
def withdraw_note(actor: Actor, _command: WithdrawNote, note: Note) -> Done[Note]:
    if note.withdrawn_on is None:  # whoever took it away first decides who may put it back
        note.withdrawn_on, note.withdrawn_by_id = clock.today(), person_of(actor)
        note.save(update_fields=["withdrawn_on", "withdrawn_by"])
    return in_trail(note.campaign, note, about=note.pk)
