"""What this room announces."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.kernel.events import Event


@dataclass(frozen=True)
class AccountOpened(Event):
    """Somebody opened an account."""

    person_id: UUID


@dataclass(frozen=True)
class AccountClosing(Event):
    """Somebody asked for their account to be erased; it will be when the time to change their mind is over."""

    person_id: UUID


@dataclass(frozen=True)
class PersonErased(Event):
    """A person is gone: every room forgets what it holds about them, or cuts it loose from them."""

    person_id: UUID


@dataclass(frozen=True)
class PersonHidden(Event):
    """A person wants to be seen by nobody, at once."""

    person_id: UUID


@dataclass(frozen=True)
class RequestLodged(Event):
    """Somebody without a confirmed address asks about their data: they get a letter to confirm it."""

    request_id: UUID


@dataclass(frozen=True)
class RequestReceived(Event):
    """A request about somebody's data has begun to run."""

    request_id: UUID


@dataclass(frozen=True)
class RequestAcknowledged(Event):
    """Whoever asked is to be told that their request is being worked on."""

    request_id: UUID


@dataclass(frozen=True)
class RequestAnswered(Event):
    """Whoever asked is to be told that the answer is there."""

    request_id: UUID
