"""What is announced about letters to electors."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class VoteLettersChosen(Event):
    """Somebody said whether they want letters about the votes of a body."""

    person_id: UUID
    body_id: UUID
    wanted: bool
