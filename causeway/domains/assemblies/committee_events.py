"""What committees announce."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class SeatOffered(Event):
    """Somebody was elected to a place, and is to say whether they take it up."""

    seat_id: UUID


@dataclass(frozen=True)
class SeatVacated(Event):
    """A place fell vacant; candidates are asked whether they would take it."""

    seat_id: UUID


@dataclass(frozen=True)
class VacancyFilled(Event):
    """Somebody who had said that they would take a vacant place has it now."""

    seat_id: UUID
