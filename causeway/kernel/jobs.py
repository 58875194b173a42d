"""The job queue: procrastinate, in the same database, so that a job commits with what it is about."""

from __future__ import annotations

from procrastinate.contrib.django import app

from causeway.kernel import outbox
from causeway.kernel.events import Event

__all__ = ["app", "queue_handler", "subscribe"]

_subscriptions: dict[type[Event], tuple[outbox.Handler, ...]] = {}


def subscribe(subscriptions: outbox.Subscriptions) -> None:
    """Called once at start, with the table of ``project/subscriptions.py``."""
    _subscriptions.clear()
    _subscriptions.update({event: tuple(handlers) for event, handlers in subscriptions.items()})


def hand_over() -> int:
    """Hand over one batch of stored events; returns how many."""
    return outbox.relay(_subscriptions, queue_handler)


def queue_handler(handler_name: str, event_id: int) -> None:
    """Queue the job that runs one handler for one event."""
    run_handler.defer(handler_name=handler_name, event_id=event_id)


@app.task(name="run_handler", queue="events", retry=10)
def run_handler(handler_name: str, event_id: int) -> None:
    outbox.handle(_subscriptions, handler_name, event_id)
