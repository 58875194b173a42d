"""The decision clock of a threat: which dates matter, which comes next, and how many days are left.

Pure reckoning over dates; ``today`` comes from the kernel's clock unless it is given.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, Protocol

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_stubs_ext import StrOrPromise

from causeway.kernel import clock

SOON_DAYS = 14
INSOURCING_MONTHS = 18
REVIEW_MONTHS = 3
REVIEW_RULE = _(
    "A claim for judicial review must be made promptly, and at most three months after the grounds first arose "
    "(Civil Procedure Rules 54.5, England and Wales). Three months less a day is shown. Planning decisions have "
    "six weeks and procurement 30 days. Nobody has checked this rule for this site yet: take advice early, and enter "
    "the day that you were told."
)
REVIEW_SOURCE_URL = "https://www.justice.gov.uk/courts/procedure-rules/civil/rules/part54#54.5"

LABELS: dict[str, StrOrPromise] = {
    "announced_on": _("Announced"),
    "consultation_opens_on": _("Consultation opens"),
    "consultation_closes_on": _("Consultation closes"),
    "decided_on": _("Decision meeting"),
    "contract_ends_on": _("Contract ends"),
    "review_by": _("Last day for a judicial review"),
}


class Dated(Protocol):
    """Anything with the dates of a decision clock: a threat, or what a form holds before it is saved."""

    announced_on: date | None
    consultation_opens_on: date | None
    consultation_closes_on: date | None
    decided_on: date | None
    contract_ends_on: date | None
    review_by: date | None


class ClockPoint(NamedTuple):
    """One date of a clock. ``state`` is past, today, soon (within 14 days) or later."""

    label: StrOrPromise
    date: date
    days_left: int
    state: str
    suggested: bool = False
    name: str = ""

    @property
    def in_words(self) -> str:
        """“12 days left”, “today”, “3 days ago”."""
        if self.days_left == 0:
            return str(_("today"))
        if self.days_left < 0:
            return ngettext("%(n)s day ago", "%(n)s days ago", -self.days_left) % {"n": -self.days_left}
        return ngettext("%(n)s day left", "%(n)s days left", self.days_left) % {"n": self.days_left}


class Mark(NamedTuple):
    """Where a point stands on the drawn line, in hundredths of its width, and on which row its label."""

    x: float
    point: ClockPoint


@dataclass(frozen=True)
class DecisionClock:
    """A clock ready to show: its points in order of date, the next one, and a line to draw them on."""

    points: tuple[ClockPoint, ...]
    next: ClockPoint | None
    insourcing: bool
    today: date
    closed_on: date | None = None

    @property
    def last(self) -> ClockPoint | None:
        """The latest point, for clocks that have run out."""
        return self.points[-1] if self.points else None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The points along a line 1000 wide, by their share of the time from the first date to the last."""
        return tuple(Mark(self._x(point.date), point) for point in self.points)

    @property
    def today_x(self) -> float:
        """Where today stands on that line."""
        return self._x(self.today)

    @property
    def review_is_suggested(self) -> bool:
        """Whether the judicial-review date is our reckoning and nobody's record."""
        return any(point.suggested for point in self.points)

    @property
    def review_rule(self) -> StrOrPromise:
        """The rule in a sentence."""
        return REVIEW_RULE

    @property
    def review_source_url(self) -> str:
        """Where the rule stands."""
        return REVIEW_SOURCE_URL

    def _x(self, day: date) -> float:
        days = [self.today, *(point.date for point in self.points)]
        first, span = min(days), (max(days) - min(days)).days
        return 20 + 960 * (day - first).days / span if span else 500.0


def decision_clock(row: Dated, *, today: date | None = None, closed_on: date | None = None) -> DecisionClock:
    """The clock of a threat. Without a recorded judicial-review date one is suggested from the decision."""
    now = today or clock.today()
    points = clock_of(row, today=now)
    coming = [point for point in points if point.days_left >= 0]
    return DecisionClock(
        points=points,
        next=coming[0] if coming and closed_on is None else None,
        insourcing=closed_on is None and in_insourcing_window(row.contract_ends_on, today=now),
        today=now,
        closed_on=closed_on,
    )


def clock_of(row: Dated, *, today: date | None = None) -> tuple[ClockPoint, ...]:
    """The points of a clock in order of date, each (label, date, days_left, state, suggested)."""
    now = today or clock.today()
    dates = {name: getattr(row, name) for name in LABELS}
    suggested = row.review_by is None and row.decided_on is not None
    if suggested and row.decided_on:
        dates["review_by"] = last_day_for_review(row.decided_on)
    points = [
        _point(name, day, now, suggested=suggested and name == "review_by")
        for name, day in dates.items()
        if day is not None
    ]
    return tuple(sorted(points, key=lambda point: point.date))


def _point(name: str, day: date, today: date, *, suggested: bool) -> ClockPoint:
    days = (day - today).days
    state = "past" if days < 0 else "today" if days == 0 else "soon" if days <= SOON_DAYS else "later"
    return ClockPoint(LABELS[name], day, days, state, suggested, name)


def last_day_for_review(decided_on: date) -> date:
    """Three months less a day after a decision, the outer limit of CPR 54.5 in its cautious reading."""
    return add_months(decided_on, REVIEW_MONTHS) - timedelta(days=1)


def in_insourcing_window(contract_ends_on: date | None, *, today: date) -> bool:
    """Whether a contract ends within 18 months from today: the time to plan for bringing the service back."""
    return contract_ends_on is not None and today <= contract_ends_on <= add_months(today, INSOURCING_MONTHS)


def add_months(day: date, months: int) -> date:
    """The same day of the month, that many months later; the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
