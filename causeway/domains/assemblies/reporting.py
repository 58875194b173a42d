"""When reports are due: dates from a rhythm, counted from the day on which a place was taken up."""

from __future__ import annotations

from datetime import date, timedelta

from causeway.domains.assemblies.models import Committee, Report, Seat
from causeway.kernel import clock

WRITTEN_FROM = timedelta(days=21)  # so long before it is due a report can be written
REMINDED = timedelta(days=7)


def due_dates(committee: Committee, since: date, until: date) -> list[date]:
    """The days up to ``until`` on which somebody who holds a place since then reports; none after the term."""
    if not committee.report_weeks:
        return []
    last = min(until, committee.ends_on) if committee.ends_on else until
    step = timedelta(weeks=committee.report_weeks)
    return [since + number * step for number in range(1, max((last - since) // step, 0) + 1)]


def first_due(committee: Committee, since: date, after: date) -> date | None:
    """The first such day after a day; None where the term is over before."""
    if not committee.report_weeks:
        return None
    far = after + timedelta(weeks=committee.report_weeks)
    return next((day for day in due_dates(committee, since, far) if day > after), None)


def due_now(seat: Seat) -> date | None:
    """The day for which the holder may write a report now: the latest that has come, or comes within three weeks."""
    if seat.since is None or seat.state != Seat.State.HELD:
        return None
    days = due_dates(seat.committee, seat.since, clock.today() + WRITTEN_FROM)
    if not days or Report.objects.filter(seat=seat, due_on=days[-1]).exists():
        return None
    return days[-1]


def missed(seat: Seat, written: set[date]) -> list[date]:
    """The days on which a report was due and none was written: what was due before today, and is not there."""
    if seat.since is None:
        return []
    end = clock.today() if seat.ended_at is None else seat.ended_at.date()
    return [day for day in due_dates(seat.committee, seat.since, end) if day < clock.today() and day not in written]
