"""The picture of the ladder: its marks are words that people use."""

from __future__ import annotations

from datetime import date, timedelta

from causeway.domains.campaigns.ladder_chart import chart_of
from causeway.domains.campaigns.ladder_queries import Ladder, Rungs

WEEKS = [date(2026, 5, 31) + timedelta(weeks=week) for week in range(27)]


def ladder(most: int) -> Ladder:
    """A ladder with one rung that ``most`` people reached in the last week."""
    weekly: list[int | None] = [0] * (len(WEEKS) - 1) + [most]
    rung = Rungs(rung="signed", label="Signed", reached=most, standing=most, weekly=weekly, share=100)
    return Ladder(weeks=WEEKS, rungs=[rung], never_asked=0, moved_up=0, people=most, exact=True)


def test_days_are_written_with_the_month_in_letters() -> None:
    chart = chart_of(ladder(12))
    assert chart
    assert [day.label for day in chart.days] == ["31 May", "30 Aug", "29 Nov"]


def test_thousands_are_parted_by_commas() -> None:
    chart = chart_of(ladder(1_800))
    assert chart
    assert [tick.label for tick in chart.ticks] == ["0", "1,000", "2,000"]
