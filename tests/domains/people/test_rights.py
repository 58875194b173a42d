"""Requests about one's data: confirmed by a button, answered in time, followed by whoever asked."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.people.commands.acknowledge_request import AcknowledgeRequest
from causeway.domains.people.commands.answer_request import AnswerRequest
from causeway.domains.people.commands.confirm_request import ConfirmRequest
from causeway.domains.people.commands.extend_request import ExtendRequest
from causeway.domains.people.commands.lodge_request import LodgeRequest
from causeway.domains.people.commands.withdraw_request import WithdrawRequest
from causeway.domains.people.deadlines import months_after
from causeway.domains.people.models import RightsRequest
from causeway.domains.people.queries import requests_for_desk
from causeway.kernel import clock
from causeway.kernel.actors import Visitor
from causeway.kernel.errors import Conflict, Invalid, Missing, TooMany
from causeway.kernel.perform import perform
from causeway.kernel.web import STAFF_SESSION
from tests.domains.people.scene import holder_of_request_link, sams_request, session_of, staff
from tests.scenes import Scene
from tests.work import work

State = RightsRequest.State


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 9, 3), 1, date(2026, 10, 5)),  # 3 October 2026 is a Saturday
        (date(2026, 3, 31), 1, date(2026, 4, 30)),  # April has no 31st
        (date(2026, 11, 25), 1, date(2026, 12, 29)),  # Christmas, then a weekend, then the substitute day
        (date(2026, 12, 10), 1, date(2027, 1, 11)),  # over the year's end, and a Sunday
        (date(2026, 1, 31), 3, date(2026, 4, 30)),
    ],
)
def test_a_month_ends_on_the_corresponding_day_or_the_next_working_day(day: date, months: int, expected: date) -> None:
    assert months_after(day, months) == expected


@given(st.dates(min_value=date(2020, 1, 1), max_value=date(2060, 1, 1)), st.integers(1, 3))
def test_a_deadline_is_a_working_day_at_most_a_week_after_the_corresponding_one(day: date, months: int) -> None:
    deadline = months_after(day, months)
    assert deadline.weekday() < 5
    assert timedelta(days=28 * months) <= deadline - day <= timedelta(days=31 * months + 7)


def test_a_request_with_an_account_runs_at_once_with_both_clocks(scene: Scene) -> None:
    with clock.stopped_at(datetime(2026, 9, 3, 12, tzinfo=UTC)):
        request = sams_request(scene)
    assert request.state == State.OPEN
    assert request.acknowledge_by == date(2026, 10, 3)
    assert request.answer_by == date(2026, 10, 5)
    work()
    assert mail.outbox[-1].to == ["sam@example.org"]
    assert "5 October 2026" in mail.outbox[-1].body


def test_a_request_without_an_account_runs_only_after_the_button(scene: Scene, client: Client) -> None:
    client.post("/people/ask/", {"kind": "access", "text": "Everything.", "email": "Pat@example.org"})
    request = RightsRequest.objects.get()
    assert (request.state, request.answer_by) == (State.UNCONFIRMED, None)
    work()
    path = re.findall(r"http://localhost:8000(/people/requests/\S+)", str(mail.outbox[-1].body))[0]
    for _ in range(3):
        assert client.get(path).status_code == 200
        client.head(path)
    request.refresh_from_db()
    assert request.state == State.UNCONFIRMED
    for _ in range(2):
        client.post(path, {"choice": "confirm"})
    request.refresh_from_db()
    assert request.state == State.OPEN
    work()
    assert [letter.subject for letter in mail.outbox] == ["Confirm your request", "We received your request"]


def test_the_words_and_the_address_of_a_request_are_sealed(scene: Scene) -> None:
    request = sams_request(scene)
    with connection.cursor() as cursor:
        cursor.execute("SELECT email, text FROM people_rightsrequest WHERE id = %s", [request.pk])
        email, text = (bytes(value) for value in cursor.fetchone())
    assert b"sam@" not in email
    assert b"twice" not in text
    assert RightsRequest.objects.get(pk=request.pk).text == "You wrote to me twice."


@pytest.mark.parametrize(
    "change",
    [{"kind": "magic"}, {"email": "nonsense"}, {"email": ""}, {"kind": "complain", "text": " "}, {"text": "x" * 5_001}],
)
def test_an_incomplete_request_changes_nothing(db: None, change: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        perform(Visitor(), LodgeRequest(**{"kind": "access", "email": "pat@example.org", **change}))
    assert not RightsRequest.objects.exists()


def test_nobody_floods_an_address_with_letters(db: None) -> None:
    for _ in range(3):
        perform(Visitor(), LodgeRequest(kind="access", email="pat@example.org"))
    with pytest.raises(TooMany):
        perform(Visitor(), LodgeRequest(kind="access", email="PAT@example.org"))
    with clock.stopped_at(clock.now() + timedelta(days=1, minutes=1)):
        perform(Visitor(), LodgeRequest(kind="access", email="pat@example.org"))


def test_staff_see_only_the_requests_of_the_body_that_their_session_is_about(scene: Scene) -> None:
    of_platform, of_westbury = sams_request(scene), sams_request(scene, body=scene.westbury.pk)
    assert list(requests_for_desk(staff(scene))) == [of_platform]
    assert list(requests_for_desk(staff(scene, scene.westbury.pk))) == [of_westbury]
    assert not requests_for_desk(scene.actor("stranger")).exists()


def test_a_request_is_acknowledged_extended_once_and_answered(scene: Scene) -> None:
    with clock.stopped_at(datetime(2026, 9, 3, 12, tzinfo=UTC)):
        request, actor = sams_request(scene), staff(scene)
        perform(actor, AcknowledgeRequest(request_id=request.pk))
        with pytest.raises(Conflict):
            perform(actor, AcknowledgeRequest(request_id=request.pk))
        with pytest.raises(Invalid):
            perform(actor, ExtendRequest(request_id=request.pk, because=" "))
        assert perform(actor, ExtendRequest(request_id=request.pk, because="Many boxes.")) == date(2026, 12, 3)
        with pytest.raises(Conflict):
            perform(actor, ExtendRequest(request_id=request.pk, because="Once more."))
        perform(actor, AnswerRequest(request_id=request.pk, answer="We are sorry, and have stopped."))
        with pytest.raises(Conflict):
            perform(actor, AnswerRequest(request_id=request.pk, answer="Again."))
        with pytest.raises(Conflict):
            perform(holder_of_request_link(request), WithdrawRequest(request_id=request.pk))
    work()
    assert "sorry" not in "".join(str(letter.body) for letter in mail.outbox)


def test_the_month_cannot_be_extended_when_it_is_over(scene: Scene) -> None:
    request = sams_request(scene)
    with clock.stopped_at(clock.now() + timedelta(days=45)), pytest.raises(Conflict):
        perform(staff(scene), ExtendRequest(request_id=request.pk, because="Late."))


def test_whoever_asked_reads_the_answer_on_the_page_of_the_link(scene: Scene, client: Client) -> None:
    request = sams_request(scene)
    perform(staff(scene), AnswerRequest(request_id=request.pk, answer="We hold nothing more."))
    work()
    path = re.findall(r"http://localhost:8000(/people/requests/\S+)", str(mail.outbox[-1].body))[0]
    assert "We hold nothing more." in client.get(path).content.decode()


def test_somebody_elses_request_is_not_there(scene: Scene) -> None:
    request = sams_request(scene)
    for name in ("visitor", "coordinator"):
        with pytest.raises(Missing):
            perform(scene.actor(name), ConfirmRequest(request_id=request.pk))


@pytest.mark.parametrize("token", ["x", "a:b:c", "9" * 2000])
def test_a_link_that_was_changed_leads_nowhere(db: None, client: Client, token: str) -> None:
    assert client.get(f"/people/requests/{token}/").status_code == 404


@pytest.mark.parametrize("body", ["nonsense", "00000000-0000-0000-0000-000000000001"])
def test_a_request_to_an_alliance_that_is_not_there_leads_nowhere(db: None, client: Client, body: str) -> None:
    assert client.get(f"/people/ask/?body={body}").status_code == 404


def test_the_desk_works_page_by_page_for_staff(scene: Scene, client: Client) -> None:
    request, session = sams_request(scene), session_of(scene, name="handler_one")
    client.force_login(scene.people["handler_one"])
    browser = client.session
    browser[STAFF_SESSION] = str(session.pk)
    browser.save()
    assert "Complain about" in client.get("/people/staff/desk/").content.decode()
    path = f"/people/staff/desk/{request.pk}/"
    assert client.post(path, {"choice": "acknowledge"}).status_code == 302
    assert "Fill in: " in client.post(path, {"choice": "answer", "answer": " "}).content.decode()
    assert client.post(path, {"choice": "answer", "answer": "Done."}).status_code == 302
    assert "Nothing waits" in client.get("/people/staff/desk/").content.decode()
    assert "Complain about" in client.get("/people/staff/desk/?show=closed").content.decode()
