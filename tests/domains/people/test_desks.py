"""Those who run a body answer for its data, and see when platform staff looked into its matters."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from causeway.domains.alliances.queries.staff_sessions import staff_sessions_in
from causeway.domains.people.commands.acknowledge_request import AcknowledgeRequest
from causeway.domains.people.commands.answer_request import AnswerRequest
from causeway.domains.people.commands.lodge_request import LodgeRequest
from causeway.domains.people.models import RightsRequest
from causeway.domains.people.queries import requests_for_desk
from causeway.kernel import clock
from causeway.kernel.errors import Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.people.scene import REASON, sams_request, session_of, staff
from tests.scenes import CAST, Scene
from tests.work import work


@pytest.mark.parametrize("body", ["westbury", "branch", "users_group"])
def test_only_those_who_run_a_body_answer_what_is_asked_of_it(scene: Scene, body: str) -> None:
    request = sams_request(scene, body=getattr(scene, body).pk)
    answers = {"westbury": "coordinator", "branch": "rep", "users_group": "user_officer"}[body]
    for name in CAST:
        seen = list(requests_for_desk(scene.actor(name)))
        assert seen == ([request] if name == answers else []), name
        if name != answers:
            with pytest.raises(Missing):
                perform(scene.actor(name), AnswerRequest(request_id=request.pk, answer="No."))
    perform(scene.actor(answers), AnswerRequest(request_id=request.pk, answer="We have erased it."))
    request.refresh_from_db()
    assert (request.state, request.answer) == (RightsRequest.State.ANSWERED, "We have erased it.")


def test_those_who_run_a_body_do_not_see_what_is_asked_of_the_platform(scene: Scene) -> None:
    request = sams_request(scene)
    assert not requests_for_desk(scene.actor("coordinator")).exists()
    with pytest.raises(Missing):
        perform(scene.actor("coordinator"), AcknowledgeRequest(request_id=request.pk))


def test_nobody_answers_their_own_request(scene: Scene) -> None:
    cora = scene.actor("coordinator")
    request = perform(cora, LodgeRequest(kind="complain", text="Too many.", controller_id=scene.westbury.pk))
    assert not requests_for_desk(cora).exists()
    as_staff = staff(scene, scene.westbury.pk, name="coordinator")
    for actor in (cora, as_staff):
        with pytest.raises(Missing):
            perform(actor, AnswerRequest(request_id=request.pk, answer="All is well."))


def test_a_body_that_is_not_there_cannot_be_asked(scene: Scene) -> None:
    with pytest.raises(Invalid):
        perform(scene.actor("stranger"), LodgeRequest(kind="access", controller_id=scene.people["user"].pk))


def test_those_who_run_it_get_a_letter_that_names_nobody(scene: Scene) -> None:
    sams_request(scene, body=scene.westbury.pk)
    work()
    letters = [letter for letter in mail.outbox if letter.to == ["cora@example.org"]]
    assert len(letters) == 1
    assert "about their data" in letters[0].subject
    assert not any(word in str(letters[0].body) for word in ("Sam", "sam@", "twice"))


def test_the_coordinator_works_at_the_desk_page_by_page(scene: Scene, client: Client) -> None:
    request = sams_request(scene, body=scene.westbury.pk)
    client.force_login(scene.people["coordinator"])
    assert "1 waits" in client.get("/people/account/").content.decode()
    page = client.get("/people/staff/desk/").content.decode()
    assert scene.westbury.name in page
    path = f"/people/staff/desk/{request.pk}/"
    assert "You wrote to me twice." in client.get(path).content.decode()
    assert client.post(path, {"choice": "answer", "answer": "Done."}).status_code == 302
    assert "Nothing waits" in client.get("/people/staff/desk/").content.decode()


# -- staff sessions -------------------------------------------------------------------------------------------------


def test_coordinators_see_who_looked_why_how_long_and_what_they_did(scene: Scene, client: Client) -> None:
    request = sams_request(scene, body=scene.westbury.pk)
    perform(staff(scene, scene.westbury.pk), AcknowledgeRequest(request_id=request.pk))
    with clock.stopped_at(clock.now() - timedelta(days=2)):
        session_of(scene, scene.westbury.pk)
    session_of(scene, scene.eastmoor.pk)
    newest, oldest = staff_sessions_in(scene.actor("coordinator"), scene.westbury).object_list
    assert (newest.who, newest.reason, newest.runs) == ("Hana Handler", REASON, True)
    assert [entry.command for entry in newest.done] == ["AcknowledgeRequest"]
    assert (oldest.who, oldest.runs, oldest.done) == ("Sam Stranger", False, [])
    assert oldest.until - oldest.since == timedelta(minutes=30)
    client.force_login(scene.people["coordinator"])
    page = client.get(f"/alliances/{scene.westbury.slug}/staff-sessions/").content.decode()
    assert REASON in page
    assert "Looked, and changed nothing." in page
    assert "staff-sessions" in client.get(f"/alliances/{scene.westbury.slug}/trail/").content.decode()


@pytest.mark.parametrize("name", [name for name in CAST if name != "coordinator"])
def test_nobody_else_reads_when_staff_looked(scene: Scene, name: str) -> None:
    with pytest.raises(Refused):
        staff_sessions_in(scene.actor(name), scene.westbury)
