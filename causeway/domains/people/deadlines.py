"""The clocks of requests about one's data.

Access, correction, erasure, objection: one month from receipt (UK GDPR Art. 12(3)); where that day does not exist in
the month, its last day; where it is a weekend or a public holiday, the next working day (ICO, guidance on the right of
access, as of November 2026). A complicated one may take two months more, if the person is told why within the first.
Complaints: acknowledged within 30 days (Data (Use and Access) Act 2025, since 19 June 2026).
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import holidays

ACKNOWLEDGE_WITHIN = timedelta(days=30)
MONTHS = 1
MONTHS_EXTENDED = 3


def months_after(day: date, months: int) -> date:
    """The corresponding day that many months later, moved to the next working day in England."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return next_working_day(date(year, month + 1, min(day.day, last)))


def next_working_day(day: date) -> date:
    """The day itself, or the first working day after it."""
    closed = holidays.country_holidays("GB", subdiv="ENG", years=[day.year, day.year + 1])
    while day.weekday() >= 5 or day in closed:
        day += timedelta(days=1)
    return day
