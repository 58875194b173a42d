"""What events, rotas and the ladder announce."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class SignUpAwaitsConfirmation(Event):
    """A visitor filled in the form; a letter with a link goes to the address given."""

    sign_up_id: UUID


@dataclass(frozen=True)
class SignUpCounted(Event):
    """A sign-up counts now: by an account, or confirmed from the letter."""

    sign_up_id: UUID


@dataclass(frozen=True)
class PlaceFreed(Event):
    """Somebody moved up from the waiting list."""

    sign_up_id: UUID


@dataclass(frozen=True)
class EventRescheduled(Event):
    """Time or place changed."""

    event_id: UUID


@dataclass(frozen=True)
class EventCancelled(Event):
    """It will not take place."""

    event_id: UUID


@dataclass(frozen=True)
class TurnOutRecorded(Event):
    """Afterwards: how many came, and who of those signed up."""

    event_id: UUID


@dataclass(frozen=True)
class ShiftOffered(Event):
    """Somebody is asked to take a shift."""

    turn_id: UUID


@dataclass(frozen=True)
class ShiftDroppedLate(Event):
    """A gap opened less than two days before a shift."""

    shift_id: UUID


@dataclass(frozen=True)
class ShiftsCalledOff(Event):
    """These people's turns ended because shifts were called off."""

    rota_id: UUID
    person_ids: tuple[UUID, ...]
    shift_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class ShiftComesNear(Event):
    """It is time to remind somebody of a shift."""

    turn_id: UUID


@dataclass(frozen=True)
class NextStepAsked(Event):
    """An organiser asked those on a rung for the next step."""

    ask_id: UUID
