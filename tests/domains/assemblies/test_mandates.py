"""Mandates and reports: what a committee is to do, and what its members tell those who elected them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.assemblies import mandate_queries
from causeway.domains.assemblies.commands.adopt_mandate import AdoptMandate
from causeway.domains.assemblies.commands.answer_about_report import AnswerAboutReport
from causeway.domains.assemblies.commands.ask_about_report import AskAboutReport
from causeway.domains.assemblies.commands.remind_of_report import RemindOfReport
from causeway.domains.assemblies.commands.rewrite_report import RewriteReport
from causeway.domains.assemblies.commands.vacate_seats import VacateSeats
from causeway.domains.assemblies.commands.write_report import WriteReport
from causeway.domains.assemblies.mandate_tasks import remind_of_reports
from causeway.domains.assemblies.models import Committee, Report, ReportQuestion, Seat
from causeway.domains.assemblies.reporting import due_dates, first_due
from causeway.kernel import clock
from causeway.kernel.actors import Member, System
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.assemblies import committee_scene as committees
from tests.domains.assemblies import mandate_scene as mandates
from tests.domains.assemblies import scene as room
from tests.scenes import Scene
from tests.work import work

JOB = System(reason="a test")
SINCE = date(2026, 1, 5)


def again(seat: Seat) -> Seat:
    return Seat.objects.get(pk=seat.pk)


def shown(scene: Scene, seat: Seat, name: str = "user") -> mandate_queries.Reporting:
    """How Una’s reports stand on the page, for somebody of the cast."""
    page = mandate_queries.mandate_shown(scene.actor(name), seat.committee, belongs=True)
    return next(one for one in page.reporting if one.seat == seat)


@given(st.integers(1, 104), st.integers(0, 900), st.one_of(st.none(), st.integers(1, 900)))
def test_reports_are_due_at_even_steps_and_none_after_the_term(weeks: int, days: int, term: int | None) -> None:
    ends_on = SINCE + timedelta(days=term) if term else None
    committee = Committee(starts_on=SINCE, ends_on=ends_on, report_weeks=weeks)
    until = SINCE + timedelta(days=days)
    found = due_dates(committee, SINCE, until)
    assert all((day - SINCE).days % (7 * weeks) == 0 and SINCE < day <= until for day in found)
    assert all(ends_on is None or day <= ends_on for day in found)
    following = first_due(committee, SINCE, until)
    assert following is None or following not in found
    if ends_on is None:
        assert following == SINCE + (len(found) + 1) * timedelta(weeks=weeks)


def test_a_committee_without_a_rhythm_owes_no_report(scene: Scene) -> None:
    committee = committees.at_work(scene, report_weeks=0)
    seat = committees.seat_of(committee, "Ann Archer")
    assert seat.next_report_on is None
    with pytest.raises(Conflict, match="No report is due"):
        mandates.write(seat)


def test_the_first_report_is_due_after_the_first_stretch_and_reminded_by_one_letter(scene: Scene) -> None:
    committee = committees.at_work(scene)
    seat = committees.seat_of(committee, "Ann Archer")
    assert seat.next_report_on == clock.today() + timedelta(weeks=13)
    work()
    mail.outbox.clear()
    remind_of_reports.func(0)
    work()
    assert mail.outbox == []
    with clock.stopped_at(clock.now() + timedelta(weeks=12)):
        remind_of_reports.func(0)
        remind_of_reports.func(0)
        with pytest.raises(Conflict, match="reminded already"):
            perform(JOB, RemindOfReport(seat_id=seat.pk))
        work()
        assert [letter.subject for letter in mail.outbox] == ["Your report is due"] * 2, "Ann and Ben, once each"
        assert mandate_queries.reports_due(scene.actor("user")).get() == seat


def test_a_report_is_written_for_the_day_that_is_due_and_once(scene: Scene) -> None:
    seat = mandates.reporting(scene)
    report = mandates.write(seat)
    assert report.due_on == clock.today()
    assert again(seat).next_report_on == clock.today() + timedelta(weeks=13)
    with pytest.raises(Conflict, match="No report is due"):
        mandates.write(again(seat))
    assert not mandate_queries.reports_due(scene.actor("user")).exists()


def test_nobody_else_reports_in_somebodys_place(scene: Scene) -> None:
    seat = mandates.due(scene)
    for name in ("coordinator", "stranger", "rep"):
        with pytest.raises(Missing):
            perform(scene.actor(name), WriteReport(seat_id=seat.pk, text="x"))


def test_what_is_overdue_is_shown_and_what_was_missed_stays_so(scene: Scene) -> None:
    seat = mandates.reporting(scene, weeks=27)
    missed = [seat.since + timedelta(weeks=weeks) for weeks in (13, 26)]  # type: ignore[operator]
    before = shown(scene, seat, "rep")
    assert (before.overdue, before.missed) == (True, missed)
    report = mandates.write(seat)
    assert report.due_on == missed[1]
    after = shown(scene, again(seat), "rep")
    assert (after.overdue, after.missed, after.reports) == (False, missed[:1], [report])


def test_reports_are_for_those_who_belong_and_for_nobody_else(scene: Scene) -> None:
    committee = committees.at_work(scene, election={"result_for": "everybody"})
    report = mandates.write(mandates.held_for(committees.seat_of(committee, "Ann Archer"), 13))
    for name, status in (("visitor", 404), ("stranger", 404), ("outsider", 404), ("rep", 200), ("user", 200)):
        client = Client()
        if name != "visitor":
            client.force_login(scene.people[name])
        assert client.get(report.get_absolute_url()).status_code == status
        page = client.get(committee.get_absolute_url())
        assert (report.get_absolute_url() in page.text) is (status == 200)


def test_a_question_is_answered_beside_the_report_and_nobody_learns_who_asked(scene: Scene) -> None:
    question = mandates.question(scene)
    perform(scene.actor("user"), AnswerAboutReport(question_id=question.pk, answer="It was summer."))
    asker = room.members(scene)[5]
    for name in ("user", "coordinator"):
        client = Client()
        client.force_login(scene.people[name])
        page = client.get(question.report.get_absolute_url()).text
        assert "Why six times only?" in page
        assert "It was summer." in page
        assert asker.display_name not in page
    with pytest.raises(Missing):
        perform(Member(asker.pk), AnswerAboutReport(question_id=question.pk, answer="x"))


def test_one_person_asks_three_times_at_most(scene: Scene) -> None:
    report, rep = mandates.report(scene), scene.actor("rep")
    for number in range(3):
        perform(rep, AskAboutReport(report_id=report.pk, text=f"Question {number}?"))
    with pytest.raises(Conflict, match="three times"):
        perform(rep, AskAboutReport(report_id=report.pk, text="And?"))
    with pytest.raises(Missing):
        perform(scene.actor("stranger"), AskAboutReport(report_id=report.pk, text="And?"))


def test_a_report_changes_until_somebody_asks(scene: Scene) -> None:
    report, una = mandates.report(scene), scene.actor("user")
    perform(una, RewriteReport(report_id=report.pk, text="We met seven times."))
    assert Report.objects.get(pk=report.pk).text == "We met seven times."
    perform(scene.actor("rep"), AskAboutReport(report_id=report.pk, text="Why?"))
    with pytest.raises(Conflict, match="stays as it is"):
        perform(una, RewriteReport(report_id=report.pk, text="We met eight times."))


def test_the_latest_mandate_is_in_force_and_the_earlier_stay(scene: Scene) -> None:
    committee = committees.working(scene)
    first = mandates.adopt(scene, committee)
    second = mandates.adopt(scene, committee, "Also reopen the library.")
    page = mandate_queries.mandate_shown(scene.actor("rep"), committee, belongs=True)
    assert {page.mandate, *page.earlier} == {first, second}
    assert len(page.earlier) == 1
    with pytest.raises(Refused):
        perform(scene.actor("user"), AdoptMandate(committee_id=committee.pk, text="x", adopted_on=clock.today()))


def test_a_mandate_comes_from_no_text_that_the_body_has_not_adopted_and_from_no_day_to_come(scene: Scene) -> None:
    committee, cora = committees.working(scene), scene.actor("coordinator")
    with pytest.raises(Invalid, match="adopted no such text"):
        perform(
            cora,
            AdoptMandate(committee_id=committee.pk, text="x", adopted_on=clock.today(), text_id=committee.pk),
        )
    with pytest.raises(Invalid, match="future"):
        perform(cora, AdoptMandate(committee_id=committee.pk, text="x", adopted_on=clock.today() + room.DAY))


def test_the_reports_of_somebody_who_leaves_go_and_their_questions_lead_to_nobody(scene: Scene) -> None:
    question = mandates.question(scene)
    perform(JOB, VacateSeats(person_id=room.members(scene)[5].pk))
    assert ReportQuestion.objects.get(pk=question.pk).asked_by is None
    perform(JOB, VacateSeats(person_id=scene.people["user"].pk))
    assert not Report.objects.exists()
