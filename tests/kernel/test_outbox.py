"""The outbox: events are handed over once, after their change, and handlers run in jobs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction

from causeway.kernel import clock, outbox
from causeway.kernel.events import Event
from causeway.kernel.models import OutboxEvent
from tests.work import announce

seen: list[UUID] = []


@dataclass(frozen=True)
class BellRung(Event):
    bell_id: UUID


def hear(event: BellRung) -> None:
    seen.append(event.bell_id)


def test_an_event_is_handed_over_once_with_its_types_restored(db: None) -> None:
    seen.clear()
    bell = uuid4()
    queued: list[tuple[str, int]] = []
    announce([BellRung(bell_id=bell)])
    assert outbox.relay({BellRung: [hear]}, queued.extend) == 1
    assert outbox.relay({BellRung: [hear]}, queued.extend) == 0
    for name, event_id in queued:
        outbox.handle({BellRung: [hear]}, name, event_id)
    assert seen == [bell]


def test_an_event_of_a_change_that_failed_is_never_stored(db: None) -> None:
    with transaction.atomic():
        announce([BellRung(bell_id=uuid4())])
        transaction.set_rollback(True)
    assert not OutboxEvent.objects.exists()


def test_an_event_that_nobody_knows_blocks_nothing(db: None) -> None:
    OutboxEvent.objects.create(name="FromAnOlderRelease", payload={})
    announce([BellRung(bell_id=uuid4())])
    queued: list[tuple[str, int]] = []
    assert outbox.relay({BellRung: [hear]}, queued.extend) == 2
    assert len(queued) == 1
    assert not OutboxEvent.objects.filter(handed_over_at=None).exists()


def test_only_events_handed_over_long_ago_are_tidied_away(db: None) -> None:
    month_ago = clock.now() - timedelta(days=30)
    old = OutboxEvent.objects.create(name="BellRung", payload={}, handed_over_at=month_ago - timedelta(days=1))
    OutboxEvent.objects.create(name="BellRung", payload={}, handed_over_at=clock.now())
    OutboxEvent.objects.create(name="BellRung", payload={})
    assert outbox.tidy_away(month_ago) == 1
    assert not OutboxEvent.objects.filter(pk=old.pk).exists()
    assert OutboxEvent.objects.count() == 2


def test_handlers_in_turn_stop_at_one_that_fails_and_are_all_tried_again() -> None:
    done: list[str] = []
    fails = [True, False]

    def second(_event: BellRung) -> None:
        if fails.pop(0):
            raise ConnectionError
        done.append("second")

    handler = outbox.in_turn("ring_twice", lambda _event: done.append("first"), second, lambda _e: done.append("third"))
    with pytest.raises(ConnectionError):
        handler(BellRung(bell_id=uuid4()))
    assert done == ["first"]
    handler(BellRung(bell_id=uuid4()))
    assert done == ["first", "first", "second", "third"]
    assert outbox.name_of(handler).endswith(".ring_twice")
