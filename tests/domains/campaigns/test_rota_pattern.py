"""From a pattern to shifts, over changes of the clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.campaigns.rota_pattern import TimeWindow, planned_shifts

LONDON = ZoneInfo("Europe/London")

walls = st.times(min_value=time(0), max_value=time(23, 59)).map(lambda wall: wall.replace(second=0, microsecond=0))
windows = st.lists(st.builds(TimeWindow, starts=walls, ends=walls, needed=st.integers(1, 5)), min_size=1, max_size=4)
weekdays = st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True)
first_days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


def exists(day: date, wall: time) -> bool:
    """Whether the clocks of London ever show this time on this day."""
    local = datetime.combine(day, wall, tzinfo=LONDON)
    return local.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) == local.replace(tzinfo=None)


@given(weekdays, windows, first_days, st.integers(0, 120))
def test_every_shift_starts_and_ends_at_its_wall_time_whatever_the_clocks_do(
    days: list[int], times: list[TimeWindow], first: date, length: int
) -> None:
    last = first + timedelta(days=length)
    shifts = list(planned_shifts(days=days, windows=times, first=first, last=last, zone=LONDON))
    matching = [first + timedelta(days=n) for n in range(length + 1) if (first + timedelta(days=n)).weekday() in days]
    assert len(shifts) <= len(matching) * len(times)
    for shift in shifts:
        start, end = shift.starts_at.astimezone(LONDON), shift.ends_at.astimezone(LONDON)
        assert shift.starts_at < shift.ends_at <= shift.starts_at + timedelta(hours=25)
        day = start.date()
        fits = [
            window
            for window in times
            if window.needed == shift.needed
            and (start.time() == window.starts or not exists(day, window.starts))
            and (end.time() == window.ends or not exists(end.date(), window.ends))
        ]
        assert fits, f"{start} to {end} is no window of the pattern"
        assert day.weekday() in days


@given(weekdays, windows, first_days, st.integers(0, 60))
def test_each_matching_day_has_each_window_once_where_no_clock_changes(
    days: list[int], times: list[TimeWindow], first: date, length: int
) -> None:
    zone = ZoneInfo("Africa/Lagos")
    last = first + timedelta(days=length)
    shifts = list(planned_shifts(days=days, windows=times, first=first, last=last, zone=zone))
    matching = sum((first + timedelta(days=n)).weekday() in days for n in range(length + 1))
    assert len(shifts) == matching * len(times)


def test_a_night_shift_is_an_hour_shorter_when_the_clocks_go_forward() -> None:
    night = TimeWindow(starts=time(22), ends=time(6), needed=1)
    spring = date(2026, 3, 28)
    shifts = list(planned_shifts(days=range(7), windows=[night], first=spring, last=spring, zone=LONDON))
    assert [(shift.ends_at - shift.starts_at) for shift in shifts] == [timedelta(hours=7)]
    assert shifts[0].ends_at.astimezone(LONDON).time() == time(6)


def test_a_time_that_the_clocks_leave_out_moves_on_by_an_hour() -> None:
    lost = TimeWindow(starts=time(1, 30), ends=time(5), needed=1)
    spring = date(2026, 3, 29)
    (shift,) = planned_shifts(days=[6], windows=[lost], first=spring, last=spring, zone=LONDON)
    assert shift.starts_at.astimezone(LONDON).time() == time(2, 30)


def test_an_evening_stall_stays_at_six_over_the_autumn_change() -> None:
    evening = TimeWindow(starts=time(18), ends=time(20), needed=2)
    shifts = list(
        planned_shifts(days=[5], windows=[evening], first=date(2026, 10, 1), last=date(2026, 11, 30), zone=LONDON)
    )
    assert {shift.starts_at.astimezone(LONDON).time() for shift in shifts} == {time(18)}
    assert {shift.starts_at.time() for shift in shifts} == {time(17), time(18)}
