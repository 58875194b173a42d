"""The job queue: procrastinate, in the same database, so that a job commits with what it is about.

A job runs at least once: one whose worker was killed is found by its missing heartbeat and runs again, and one that
failed is tried again, later each time. So handlers are written to be run twice.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status
from procrastinate.types import JSONDict

from causeway.kernel import clock, outbox
from causeway.kernel.events import Event

__all__ = ["app", "hand_over", "queue_handlers", "subscribe"]

log = logging.getLogger(__name__)

HEARTBEAT_SECONDS = 3.0
STALLED_AFTER_SECONDS = 12.0
FIRST = 100
EVENTS_A_JOB = 50
EVENTS_KEPT = timedelta(days=30)

# 2, 4, 8 … seconds: fifteen tries span eighteen hours, so that a mail server may be away overnight.
PATIENTLY = RetryStrategy(max_attempts=15, exponential_wait=2)

_subscriptions: dict[type[Event], tuple[outbox.Handler, ...]] = {}


def subscribe(subscriptions: outbox.Subscriptions) -> None:
    """Called once at start, with the table of ``project/subscriptions.py``."""
    _subscriptions.clear()
    _subscriptions.update({event: tuple(handlers) for event, handlers in subscriptions.items()})


def hand_over() -> int:
    """Hand over one batch of stored events; returns how many."""
    return outbox.relay(_subscriptions, queue_handlers)


def queue_handlers(due: Sequence[tuple[str, int]]) -> None:
    """Queue the jobs that each run one handler, for up to ``EVENTS_A_JOB`` events in their order.

    Several a job, because queueing one costs about as much as sending a letter.
    """
    of_handler: dict[str, list[int]] = {}
    for name, event_id in due:
        of_handler.setdefault(name, []).append(event_id)
    jobs: list[JSONDict] = [
        {"handler_name": name, "event_ids": [*events[first : first + EVENTS_A_JOB]]}
        for name, events in of_handler.items()
        for first in range(0, len(events), EVENTS_A_JOB)
    ]
    if jobs:
        run_handler.batch_defer(*jobs)


@app.task(name="run_handler", queue="events", retry=PATIENTLY)
def run_handler(handler_name: str, event_ids: list[int]) -> None:
    """Run a handler for each of these events. One that fails gets a job of its own, so that it holds up no other."""
    for event_id in event_ids:
        try:
            outbox.handle(_subscriptions, handler_name, event_id)
        except Exception:
            if len(event_ids) == 1:
                raise
            log.exception("%s failed for event %d; it is tried again alone.", handler_name, event_id)
            queue_handlers([(handler_name, event_id)])


@app.periodic(cron="* * * * * */15")
@app.task(name="kernel.rescue", queueing_lock="kernel.rescue", priority=FIRST, pass_context=True)
async def rescue(context: JobContext, timestamp: int) -> None:
    """Every quarter of a minute: let the jobs run again whose worker was killed while it did them."""
    queue = context.app.job_manager
    for job in await queue.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS):
        try:
            await queue.retry_job(job)
        except UniqueViolation:  # the same periodic job waits already
            await queue.finish_job(job, Status.FAILED, delete_job=True)


@app.periodic(cron="20 4 * * *")
@app.task(name="kernel.tidy_outbox", queueing_lock="kernel.tidy_outbox")
def tidy_outbox(timestamp: int) -> None:
    """Each night: forget the events that were handed over a month ago."""
    outbox.tidy_away(clock.now() - EVENTS_KEPT)
