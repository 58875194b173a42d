"""The decision clock is reckoned right, in Python and in the database alike."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.services.commands.record_threat import RecordThreat, ThreatDates
from causeway.domains.services.deadlines import clock_of, decision_clock, in_insourcing_window, last_day_for_review
from causeway.domains.services.models import Threat
from causeway.domains.services.queries.threats import by_next_date
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.domains.services.scene import centre
from tests.scenes import Scene

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("decided", "last"),
    [
        (date(2026, 3, 10), date(2026, 6, 9)),
        (date(2026, 11, 30), date(2027, 2, 27)),  # February has no 30th: the cautious reading
        (date(2027, 11, 29), date(2028, 2, 28)),
        (date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_judicial_review_is_suggested_three_months_less_a_day_after_the_decision(decided: date, last: date) -> None:
    assert last_day_for_review(decided) == last


def test_a_recorded_review_date_is_not_replaced_by_a_suggestion() -> None:
    dates = ThreatDates(decided_on=date(2026, 12, 1), review_by=date(2026, 12, 31))
    points = clock_of(dates, today=TODAY)
    assert [(point.name, point.suggested) for point in points] == [("decided_on", False), ("review_by", False)]


def test_points_say_how_many_days_are_left_and_how_near_they_are() -> None:
    dates = ThreatDates(
        announced_on=TODAY - timedelta(days=1),
        consultation_opens_on=TODAY,
        consultation_closes_on=TODAY + timedelta(days=14),
        contract_ends_on=TODAY + timedelta(days=15),
    )
    points = clock_of(dates, today=TODAY)
    assert [(p.days_left, p.state) for p in points] == [(-1, "past"), (0, "today"), (14, "soon"), (15, "later")]
    assert [p.in_words for p in points] == ["1 day ago", "today", "14 days left", "15 days left"]


def test_the_next_date_is_the_first_that_has_not_passed() -> None:
    dates = ThreatDates(announced_on=TODAY - timedelta(days=9), consultation_closes_on=TODAY)
    reckoned = decision_clock(dates, today=TODAY)
    assert reckoned.next is not None
    assert reckoned.next.name == "consultation_closes_on"


def test_a_clock_that_was_closed_has_no_next_date() -> None:
    dates = ThreatDates(decided_on=TODAY + timedelta(days=9))
    assert decision_clock(dates, today=TODAY, closed_on=TODAY).next is None


@pytest.mark.parametrize(
    ("ends", "open_"),
    [
        (TODAY - timedelta(days=1), False),
        (TODAY, True),
        (date(2028, 5, 21), True),
        (date(2028, 5, 22), False),
    ],
)
def test_the_insourcing_window_opens_eighteen_months_before_a_contract_ends(ends: date, open_: bool) -> None:
    assert in_insourcing_window(ends, today=TODAY) is open_


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_review_day_comes_within_three_months(decided: date) -> None:
    assert 88 <= (last_day_for_review(decided) - decided).days <= 92


@given(st.lists(st.dates(date(2020, 1, 1), date(2035, 1, 1)), min_size=1, max_size=5), st.dates(TODAY, TODAY))
def test_every_point_is_drawn_within_the_line(days: list[date], today: date) -> None:
    names = ["announced_on", "consultation_opens_on", "consultation_closes_on", "decided_on", "contract_ends_on"]
    reckoned = decision_clock(ThreatDates(**dict(zip(names, days, strict=False))), today=today)
    assert all(20 <= mark.x <= 980 or mark.x == 500 for mark in reckoned.marks)
    assert [mark.x for mark in reckoned.marks] == sorted(mark.x for mark in reckoned.marks)


def test_the_database_orders_by_the_same_next_date_that_the_clock_shows(scene: Scene) -> None:
    today = clock.today()
    for number, days in enumerate([(None, 30), (-100, None), (-80, None), (5, None), (None, None)]):
        decided, closes = (today + timedelta(days=n) if n is not None else None for n in days)
        command = RecordThreat(
            service_id=centre(scene).pk,
            kind="cut",
            title=f"Cut {number}",
            decided_on=decided,
            consultation_closes_on=closes,
        )
        perform(scene.actor("coordinator"), command)
    ordered = list(by_next_date(Threat.objects.all()))
    shown = [threat.clock.next.date if threat.clock.next else None for threat in ordered]
    assert shown == [threat.next_on for threat in ordered]  # type: ignore[attr-defined]
    assert [threat.title for threat in ordered] == ["Cut 3", "Cut 2", "Cut 0", "Cut 1", "Cut 4"]


def test_days_left_follow_the_clock_of_the_house(scene: Scene) -> None:
    decided = date(2027, 1, 10)
    command = RecordThreat(service_id=centre(scene).pk, kind="cut", title="Cut", decided_on=decided)
    threat = perform(scene.actor("coordinator"), command)
    with clock.stopped_at(datetime(2027, 1, 1, 12, tzinfo=UTC)):
        assert threat.clock.next is not None
        assert threat.clock.next.days_left == 9
