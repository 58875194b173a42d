"""What recalls announce."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class RecallOpened(Event):
    """Somebody asked that the holder of a place is recalled; the holder is told, and may answer."""

    recall_id: UUID


@dataclass(frozen=True)
class RecallPutToVote(Event):
    """Enough electors asked for it: the ballot is called."""

    recall_id: UUID


@dataclass(frozen=True)
class RecallEnded(Event):
    """A recall was carried or failed."""

    recall_id: UUID
