"""The outbox: events stored with the change that they tell of (see ``record``), handed over after it.

The worker calls ``relay`` in a loop. It takes a batch of events, queues one job for each handler that
subscribes to them, and marks them handed over, all in one transaction: since the queue lies in the same
database, every handler gets its job exactly once, whatever is killed when.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from causeway.kernel import clock
from causeway.kernel.events import Event, from_payload
from causeway.kernel.models import OutboxEvent

Handler = Callable[[Any], None]
Subscriptions = Mapping[type[Event], Sequence[Handler]]
Queue = Callable[[Sequence[tuple[str, int]]], None]

BATCH = 500
ONCE = "once_a_batch"


def once_a_batch(handler: Handler) -> Handler:
    """Mark a handler that looks for all its work by itself: one job for a batch of events is enough to wake it."""
    setattr(handler, ONCE, True)
    return handler


def in_turn(name: str, *handlers: Handler) -> Handler:
    """One handler out of several, for what has an order: each begins when those before it are done.

    It is one job: where one fails, all are tried again, so each must bear being run twice. ``name`` is its lasting
    name in the queue.
    """

    def run(event: Any) -> None:
        for handler in handlers:
            handler(event)

    run.__qualname__ = name
    return run


def relay(subscriptions: Subscriptions, queue: Queue, *, batch: int = BATCH) -> int:
    """Hand over up to ``batch`` stored events; returns how many there were.

    ``queue`` takes pairs of a handler's name and an event's identifier, and defers a job for each; it must write to
    this database, so that it commits with us. An event that nobody subscribes to is handed over to nobody.
    """
    handlers_of = {kind.__name__: handlers for kind, handlers in subscriptions.items()}
    with transaction.atomic():
        waiting = list(
            OutboxEvent.objects.select_for_update(skip_locked=True).filter(handed_over_at=None).order_by("id")[:batch]
        )
        due: list[tuple[str, int]] = []
        woken: set[str] = set()
        for row in waiting:
            for handler in handlers_of.get(row.name, ()):
                name = name_of(handler)
                if name in woken:
                    continue
                if getattr(handler, ONCE, False):
                    woken.add(name)
                due.append((name, row.pk))
        queue(due)
        OutboxEvent.objects.filter(pk__in=[row.pk for row in waiting]).update(handed_over_at=clock.now())
    return len(waiting)


def handle(subscriptions: Subscriptions, handler_name: str, event_id: int) -> None:
    """Run one handler for one event: what the queued job does. An event since tidied away is nothing to do."""
    row = OutboxEvent.objects.filter(pk=event_id).first()
    if row is None:
        return
    event = from_payload(row.name, row.payload)
    for handler in subscriptions.get(type(event), ()):
        if name_of(handler) == handler_name:
            handler(event)


def tidy_away(before: datetime) -> int:
    """Delete the events that were handed over before ``before``; returns how many."""
    return OutboxEvent.objects.filter(handed_over_at__lt=before).delete()[0]


def name_of(handler: Handler) -> str:
    """A handler's lasting name in the queue."""
    return f"{handler.__module__}.{handler.__qualname__}"
