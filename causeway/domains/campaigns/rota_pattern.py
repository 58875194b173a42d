"""From a pattern of days and times to shifts, in local wall time, over changes of the clocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

LONGEST_DAYS = 366
MOST_WINDOWS = 6


@dataclass(frozen=True)
class TimeWindow:
    """A time of day that needs ``needed`` people. An end at or before the start is on the next day."""

    starts: time
    ends: time
    needed: int


@dataclass(frozen=True)
class PlannedShift:
    """One shift of a pattern: moments in UTC."""

    starts_at: datetime
    ends_at: datetime
    needed: int


def planned_shifts(
    *, days: Sequence[int], windows: Sequence[TimeWindow], first: date, last: date, zone: tzinfo
) -> Iterator[PlannedShift]:
    """The shifts of a pattern, in order of day and window.

    ``days`` are weekdays, 0 for Monday. Wall times stay when the clocks change; a time that the change leaves out
    moves on by as much as the clocks do, and one that comes twice is the first of the two. A window that the
    change would leave empty gives no shift.
    """
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        if day.weekday() not in days:
            continue
        for window in windows:
            end_day = day + timedelta(days=1) if window.ends <= window.starts else day
            starts_at, ends_at = moment(day, window.starts, zone), moment(end_day, window.ends, zone)
            if ends_at > starts_at:
                yield PlannedShift(starts_at, ends_at, window.needed)


def moment(day: date, wall: time, zone: tzinfo) -> datetime:
    """The moment (UTC) at which the clocks of ``zone`` show ``wall`` on ``day``."""
    return datetime.combine(day, wall, tzinfo=zone).astimezone(UTC)
