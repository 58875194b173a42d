"""Facts that this room announces."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class BallotCounted(Event):
    """The papers of a vote were counted, and its result stands."""

    process_id: UUID


@dataclass(frozen=True)
class MediationOpened(Event):
    """An organisation asks others to talk in private."""

    mediation_id: UUID


@dataclass(frozen=True)
class MediatorNamed(Event):
    """Somebody is asked to mediate."""

    mediation_id: UUID
