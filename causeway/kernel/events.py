"""Events: facts that a room announces. They are stored with the change and handed over after it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, is_dataclass
from typing import Any, ClassVar

from pydantic import TypeAdapter


@dataclass(frozen=True)
class Event:
    """The base of every event. A subclass is a frozen dataclass of identifiers and plain values.

    An event holds no personal data: it names rows, and the handler reads them if they are still there.
    """

    kinds: ClassVar[dict[str, type[Event]]] = {}

    def __init_subclass__(cls) -> None:
        Event.kinds[cls.__name__] = cls


def to_payload(event: Event) -> dict[str, Any]:
    """Plain values for the outbox."""
    if not is_dataclass(event):
        raise TypeError(f"{type(event).__name__} must be a dataclass.")
    return asdict(event)


def from_payload(name: str, payload: dict[str, Any]) -> Event:
    """The event again, with its types (identifiers, dates) restored."""
    return TypeAdapter(Event.kinds[name]).validate_python(payload)
