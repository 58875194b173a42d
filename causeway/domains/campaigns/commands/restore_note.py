"""Put a note back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.models import (
    Note,
)
from causeway.domains.campaigns.policies import (
    may_restore_note,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class RestoreNote(Command[Note]):
    """Undo: put back what was taken away."""

    note_id: UUID


@performs(
    RestoreNote,
    policy=may_restore_note,
    says="put a note of the campaign “{campaign}” back",
    finds=locked(Note, "note_id"),
)
def restore_note(_actor: Actor, _command: RestoreNote, note: Note) -> Done[Note]:
    note.withdrawn_on = note.withdrawn_by = None
    note.save(update_fields=["withdrawn_on", "withdrawn_by"])
    return in_trail(note.campaign, note, about=note.pk)
