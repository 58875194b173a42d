"""Do the worker's work at once, in a test: hand over every stored event and run its handlers."""

from __future__ import annotations

from collections.abc import Iterable

from causeway.kernel import outbox
from causeway.kernel.events import Event, to_payload
from causeway.kernel.models import OutboxEvent
from causeway.project.subscriptions import SUBSCRIPTIONS


def work() -> None:
    """Run until nothing waits: handlers may perform commands that announce more."""
    queued: list[tuple[str, int]] = []
    while outbox.relay(SUBSCRIPTIONS, queued.extend):
        while queued:
            outbox.handle(SUBSCRIPTIONS, *queued.pop(0))


def announce(events: Iterable[Event]) -> None:
    """Store events as if a change had announced them."""
    for event in events:
        OutboxEvent.objects.create(name=type(event).__name__, payload=to_payload(event))
