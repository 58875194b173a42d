"""Staff look into one body's matters at a time, for a reason, for a while, and it stands in the trail."""

from __future__ import annotations

import base64
import os
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from click.testing import CliRunner
from django.test import Client
from pytest_django import Settings

from causeway.domains.people.cli import rotate_keys_command, staff_command
from causeway.domains.people.commands.acknowledge_request import AcknowledgeRequest
from causeway.domains.people.commands.close_staff_session import CloseStaffSession
from causeway.domains.people.commands.dismiss_staff import DismissStaff
from causeway.domains.people.commands.open_staff_session import OpenStaffSession
from causeway.domains.people.commands.reseal_values import ResealValues
from causeway.domains.people.models import RightsRequest, StaffSession
from causeway.domains.people.second_factor import reseal_authenticators, seal_secret, unseal_secret
from causeway.domains.people.staff import resolve_staff
from causeway.kernel import clock
from causeway.kernel.audit import trail
from causeway.kernel.errors import Invalid, Missing
from causeway.kernel.perform import perform
from causeway.kernel.sealing import key_id_of
from causeway.kernel.web import STAFF_SESSION
from tests.domains.people.scene import OPERATOR, REASON, make_staff, sams_request, session_of, staff
from tests.scenes import Scene


def claim(client: Client, session: StaffSession) -> None:
    """Let the browser claim a staff session."""
    browser = client.session
    browser[STAFF_SESSION] = str(session.pk)
    browser.save()


def test_only_staff_open_a_session_and_nobody_is_staff_by_an_office(scene: Scene) -> None:
    with pytest.raises(Missing):
        perform(scene.actor("coordinator"), OpenStaffSession(reason=REASON, minutes=30))


@pytest.mark.parametrize("change", [{"reason": "because"}, {"minutes": 0}, {"minutes": 241}])
def test_a_session_needs_a_reason_and_ends_within_four_hours(scene: Scene, change: dict[str, object]) -> None:
    make_staff(scene)
    with pytest.raises(Invalid):
        perform(scene.actor("stranger"), OpenStaffSession(**{"reason": REASON, "minutes": 30, **change}))  # type: ignore[arg-type]
    assert not StaffSession.objects.exists()


def test_the_alliance_reads_in_its_trail_who_looked_why_and_what_they_did(scene: Scene) -> None:
    request = sams_request(scene, body=scene.westbury.pk)
    perform(staff(scene, scene.westbury.pk), AcknowledgeRequest(request_id=request.pk))
    rows = list(trail([scene.westbury.pk])[:2])
    assert {row.command for row in rows} == {"AcknowledgeRequest", "OpenStaffSession"}
    assert any(REASON in row.sentence for row in rows)
    assert any(row.reason == REASON for row in rows)


def test_a_session_is_worth_nothing_to_somebody_else_or_after_its_end(scene: Scene) -> None:
    session = session_of(scene, minutes=30)
    sam, cora = scene.people["stranger"].pk, scene.people["coordinator"].pk
    assert resolve_staff(session.pk, sam) is not None
    assert resolve_staff(session.pk, cora) is None
    with clock.stopped_at(clock.now() + timedelta(minutes=31)):
        assert resolve_staff(session.pk, sam) is None


def test_dismissing_staff_closes_their_sessions_at_once(scene: Scene) -> None:
    session = session_of(scene)
    perform(OPERATOR, DismissStaff(email="sam@example.org"))
    assert resolve_staff(session.pk, scene.people["stranger"].pk) is None
    make_staff(scene)
    assert resolve_staff(session.pk, scene.people["stranger"].pk) is None


def test_the_banner_stands_on_every_page_until_the_session_is_closed(scene: Scene, client: Client) -> None:
    make_staff(scene)
    client.force_login(scene.people["stranger"])
    assert client.get("/people/staff/").headers["Location"].startswith("/account/reauthenticate/")
    client.post("/account/reauthenticate/", {"password": "a long enough password"})
    answer = client.post("/people/staff/", {"reason": REASON, "minutes": "30", "scope": str(scene.westbury.pk)})
    assert answer.headers["Location"] == "/people/staff/desk/"
    for path in ("/", "/people/staff/desk/", "/people/safety/"):
        page = client.get(path).content.decode()
        assert REASON in page
        assert scene.westbury.name in page
    assert client.get("/people/account/").status_code == 403
    client.post("/people/staff/close/")
    assert REASON not in client.get("/").content.decode()
    assert client.get("/people/account/").status_code == 200
    assert StaffSession.objects.get().closed_at is not None


def test_a_browser_that_claims_somebody_elses_session_is_nobody_special(scene: Scene, client: Client) -> None:
    client.force_login(scene.people["user"])
    claim(client, session_of(scene))
    assert client.get("/people/staff/desk/").status_code == 404
    assert REASON not in client.get("/").content.decode()


# -- the command line -----------------------------------------------------------------------------------------------


def test_the_operator_makes_lists_and_unmakes_staff(scene: Scene) -> None:
    runner = CliRunner()
    assert "may open" in runner.invoke(staff_command, ["add", "Sam@example.org"]).output
    assert runner.invoke(staff_command, ["list"]).output == "sam@example.org\n"
    assert "no longer" in runner.invoke(staff_command, ["remove", "sam@example.org"]).output
    assert runner.invoke(staff_command, ["list"]).output == ""
    assert isinstance(runner.invoke(staff_command, ["add", "nobody@example.org"]).exception, Invalid)


def test_rotating_keys_renews_every_sealed_value_and_goes_on_where_it_was(scene: Scene, settings: Settings) -> None:
    requests = [sams_request(scene) for _ in range(3)]
    secret = Authenticator.objects.create(
        user=scene.people["stranger"], type="totp", data={"secret": seal_secret("JBSWY3DP")}
    )
    old_code = seal_secret("AAAA")
    settings.SEALING_KEYS = {**settings.SEALING_KEYS, "second": base64.b64encode(os.urandom(32)).decode()}
    settings.SEALING_KEY_CURRENT = "second"
    assert perform(OPERATOR, ResealValues(place="people.rightsrequest.text", limit=2)) == 2
    assert perform(OPERATOR, ResealValues(place="people.rightsrequest.text", limit=2)) == 1
    codes = Authenticator.objects.create(
        user=scene.people["coordinator"],
        type="recovery_codes",
        data={"migrated_codes": [old_code, seal_secret("BBBB")], "used_mask": 0},
    )
    result = CliRunner().invoke(rotate_keys_command, ["--batch", "2"])
    assert result.exit_code == 0, result.output
    assert "people.rightsrequest.email: 3" in result.output
    assert "people.rightsrequest.text" not in result.output
    settings.SEALING_KEYS = {"second": settings.SEALING_KEYS["second"]}
    assert {row.text for row in RightsRequest.objects.all()} == {"You wrote to me twice."}
    assert len(requests) == RightsRequest.objects.filter(email__isnull=False).count()
    secret.refresh_from_db()
    assert unseal_secret(secret.data["secret"]) == "JBSWY3DP"
    codes.refresh_from_db()
    assert [unseal_secret(code) for code in codes.data["migrated_codes"]] == ["AAAA", "BBBB"]
    assert reseal_authenticators(10) == 0
    assert key_id_of(base64.b64decode(secret.data["secret"])) == "second"


def test_rotating_without_the_old_key_ends_in_a_sentence_and_changes_nothing(scene: Scene, settings: Settings) -> None:
    sams_request(scene)
    kept = settings.SEALING_KEYS
    settings.SEALING_KEYS = {"second": base64.b64encode(os.urandom(32)).decode()}
    settings.SEALING_KEY_CURRENT = "second"
    with pytest.raises(Invalid, match="is not in the settings"):
        perform(OPERATOR, ResealValues(place="people.rightsrequest.text"))
    settings.SEALING_KEYS = kept
    assert RightsRequest.objects.get().text == "You wrote to me twice."


def test_a_session_is_closed_by_its_holder_once_and_for_all(scene: Scene) -> None:
    session = session_of(scene, scene.westbury.pk)
    sam = scene.actor("stranger")
    with pytest.raises(Missing):
        perform(scene.actor("coordinator"), CloseStaffSession(session_id=session.pk))
    assert resolve_staff(session.pk, session.person_id) is not None
    perform(sam, CloseStaffSession(session_id=session.pk))
    closed_at = StaffSession.objects.get(pk=session.pk).closed_at
    assert closed_at is not None
    assert resolve_staff(session.pk, session.person_id) is None
    with clock.stopped_at(clock.now() + timedelta(minutes=5)):
        perform(sam, CloseStaffSession(session_id=session.pk))
    assert StaffSession.objects.get(pk=session.pk).closed_at == closed_at
    assert "closed a staff session" in [entry.sentence for entry in trail([scene.westbury.pk])]
