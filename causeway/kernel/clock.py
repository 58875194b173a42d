"""The one clock: every room asks it, so that a test can stop it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_stopped_at: ContextVar[datetime | None] = ContextVar("_stopped_at", default=None)


def now() -> datetime:
    """The present moment, with its time zone."""
    return _stopped_at.get() or timezone.now()


def today() -> date:
    """Today's date where the site lives (``settings.TIME_ZONE``)."""
    return timezone.localdate(now())


@contextmanager
def stopped_at(moment: datetime) -> Iterator[None]:
    """Stop the clock at ``moment`` within the block."""
    before = _stopped_at.set(moment)
    try:
        yield
    finally:
        _stopped_at.reset(before)
