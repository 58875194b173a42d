"""The queue: a job that a killed worker left behind runs again; an event is queued once for each handler."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

import pytest
from django.db import connection

from causeway.kernel import jobs
from causeway.kernel.events import Event
from tests.work import announce


@pytest.fixture(autouse=True)
def empty_queue(transactional_db: None) -> Iterator[None]:
    """The queue's tables are procrastinate's own, which the tests' flush leaves alone: others may have left jobs."""
    forget_jobs()
    yield
    forget_jobs()


def forget_jobs() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
        cursor.execute("DELETE FROM procrastinate_workers")


@dataclass(frozen=True)
class LampLit(Event):
    """Something that happens, in these tests."""

    number: int


def statuses() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT status::text FROM procrastinate_jobs ORDER BY id")
        return [row[0] for row in cursor.fetchall()]


def leave_behind(silent_seconds: int) -> None:
    """A worker takes the first job and is heard of no more."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s * interval '1 second') RETURNING id",
            [silent_seconds],
        )
        worker_id = cursor.fetchone()[0]
        cursor.execute("SELECT id FROM procrastinate_fetch_job_v2(NULL, %s)", [worker_id])


def rescue() -> None:
    """In a thread of its own: a browser test before this one may have left an event loop running in ours."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, jobs.rescue(cast(Any, SimpleNamespace(app=jobs.app)), 0)).result()


def test_a_job_whose_worker_was_killed_runs_again() -> None:
    jobs.queue_handlers([("some.handler", 1), ("other.handler", 1)])
    leave_behind(silent_seconds=60)
    assert statuses() == ["doing", "todo"]
    rescue()
    assert statuses() == ["todo", "todo"]


def test_a_job_that_is_being_done_is_left_alone() -> None:
    jobs.queue_handlers([("some.handler", 1)])
    leave_behind(silent_seconds=1)
    rescue()
    assert statuses() == ["doing"]


def test_a_periodic_job_that_waits_already_is_not_queued_twice() -> None:
    jobs.tidy_outbox.defer(timestamp=1)
    leave_behind(silent_seconds=60)
    jobs.tidy_outbox.defer(timestamp=2)
    rescue()
    assert statuses() == ["todo"]


def test_a_job_takes_many_events_and_one_that_fails_gets_a_job_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    lit: list[int] = []

    def note(event: LampLit) -> None:
        if event.number == 2:
            raise ValueError("the second lamp is broken")
        lit.append(event.number)

    monkeypatch.setattr(jobs, "_subscriptions", {LampLit: (note,)})
    announce([LampLit(number) for number in range(1, 5)])
    jobs.hand_over()
    assert statuses() == ["todo"]
    (name, events) = arguments()[0]
    jobs.run_handler(handler_name=name, event_ids=events)
    assert lit == [1, 3, 4]
    assert arguments()[1:] == [(name, events[1:2])]
    with pytest.raises(ValueError, match="second lamp"):
        jobs.run_handler(handler_name=name, event_ids=events[1:2])


def arguments() -> list[tuple[str, list[int]]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT args->>'handler_name', args->'event_ids' FROM procrastinate_jobs ORDER BY id")
        return [(name, json.loads(events)) for name, events in cursor.fetchall()]
