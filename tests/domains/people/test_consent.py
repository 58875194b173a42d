"""Consent is given for one organisation, one channel and one purpose, and is withdrawn as easily."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.test import Client

from causeway.domains.people.commands.allow_letters_again import AllowLettersAgain
from causeway.domains.people.commands.give_consent import GiveConsent
from causeway.domains.people.commands.stop_everything import StopEverything
from causeway.domains.people.commands.withdraw_consent import WithdrawConsent
from causeway.domains.people.letters import send_with_consent
from causeway.domains.people.links import unsubscribe_url
from causeway.domains.people.models import Channel, Consent, Source
from causeway.domains.people.queries import consents_of, contactable, may_contact
from causeway.kernel import clock
from causeway.kernel.actors import System
from causeway.kernel.errors import Invalid, Refused
from causeway.kernel.mail import Letter
from causeway.kernel.perform import perform
from tests.domains.people.scene import NEWS, WORDING, agree, sams_index
from tests.scenes import Scene

SYSTEM = System(reason="a signature was confirmed")


def test_a_consent_holds_for_one_controller_channel_and_purpose_only(scene: Scene) -> None:
    perform(SYSTEM, agree(scene, "Pat@Example.org "))
    assert may_contact("pat@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)
    assert not may_contact("pat@example.org", scene.eastmoor.pk, Channel.EMAIL, NEWS)
    assert not may_contact("pat@example.org", scene.westbury.pk, Channel.SMS, NEWS)
    assert not may_contact("pat@example.org", scene.westbury.pk, Channel.EMAIL, "appeals")
    assert not may_contact("other@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)


def test_the_wording_and_the_time_are_kept_and_the_address_is_not(scene: Scene) -> None:
    moment = datetime(2026, 11, 5, 10, 0, tzinfo=UTC)
    with clock.stopped_at(moment):
        consent = perform(SYSTEM, agree(scene, "pat@example.org"))
    consent.refresh_from_db()
    assert (consent.wording, consent.given_at, consent.source) == (WORDING, moment, Source.PAGE)
    assert b"pat" not in bytes(consent.subject_index)


def test_giving_twice_is_one_consent_and_giving_after_withdrawing_is_a_new_one(scene: Scene) -> None:
    first = perform(SYSTEM, agree(scene))
    assert perform(SYSTEM, agree(scene)).pk == first.pk
    perform(SYSTEM, WithdrawConsent(subject_index=sams_index(), controller_id=scene.westbury.pk))
    assert not may_contact("sam@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)
    assert perform(SYSTEM, agree(scene)).pk != first.pk
    assert Consent.objects.count() == 2


def test_withdrawing_one_channel_leaves_the_others(scene: Scene) -> None:
    perform(SYSTEM, agree(scene))
    perform(SYSTEM, agree(scene, channel=Channel.SMS))
    ended = perform(
        SYSTEM,
        WithdrawConsent(subject_index=sams_index(), controller_id=scene.westbury.pk, channel=Channel.SMS),
    )
    assert ended == 1
    assert may_contact("sam@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)


def test_nobody_consents_for_somebody_else(scene: Scene) -> None:
    with pytest.raises(Refused):
        perform(scene.actor("coordinator"), agree(scene))


@pytest.mark.parametrize("change", [{"channel": "pigeon"}, {"source": "hearsay"}, {"wording": "  "}, {"purpose": ""}])
def test_a_consent_without_its_parts_is_not_recorded(scene: Scene, change: dict[str, str]) -> None:
    whole = {
        "email": "sam@example.org",
        "controller_name": "Westbury",
        "channel": "email",
        "purpose": NEWS,
        "wording": WORDING,
    }
    with pytest.raises(Invalid):
        perform(SYSTEM, GiveConsent(controller_id=scene.westbury.pk, **{**whole, **change}))
    assert not Consent.objects.exists()


def test_stop_everything_outlasts_a_new_consent_until_it_is_lifted(scene: Scene) -> None:
    perform(SYSTEM, agree(scene))
    perform(scene.actor("stranger"), StopEverything(subject_index=sams_index()))
    perform(SYSTEM, agree(scene))
    assert not may_contact("sam@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)
    perform(scene.actor("stranger"), AllowLettersAgain(subject_index=sams_index()))
    assert may_contact("sam@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)


def test_many_addresses_are_asked_in_two_queries(scene: Scene, django_assert_num_queries: object) -> None:
    for name in ("a", "b"):
        perform(SYSTEM, agree(scene, f"{name}@example.org"))
    emails = [f"{name}@example.org" for name in "abcdef"]
    with django_assert_num_queries(2):  # type: ignore[operator]
        assert contactable(emails, scene.westbury.pk, Channel.EMAIL, NEWS) == {"a@example.org", "b@example.org"}
    assert contactable([], scene.westbury.pk, Channel.EMAIL, NEWS) == set()


def test_people_see_their_own_consents_and_nobody_elses(scene: Scene) -> None:
    mine = perform(scene.actor("stranger"), agree(scene))
    assert list(consents_of(scene.actor("stranger"))) == [mine]
    assert not consents_of(scene.actor("coordinator")).exists()
    assert not consents_of(scene.actor("visitor")).exists()


# -- letters and their links ----------------------------------------------------------------------------------------


def letter() -> Letter:
    return Letter(to="sam@example.org", subject="News", template="people/letters/confirm_request")


def test_a_letter_without_consent_is_not_sent(scene: Scene) -> None:
    assert send_with_consent(letter(), controller_id=scene.westbury.pk, purpose=NEWS) is False
    assert not mail.outbox


def test_a_letter_with_consent_can_be_stopped_with_one_click_and_without_a_cookie(scene: Scene) -> None:
    perform(SYSTEM, agree(scene))
    assert send_with_consent(letter(), controller_id=scene.westbury.pk, purpose=NEWS) is True
    headers = mail.outbox[0].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost:8000")
    answer = Client(enforce_csrf_checks=True).post(path, {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not may_contact("sam@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)


def path_for_sam(scene: Scene) -> str:
    return unsubscribe_url("sam@example.org", scene.westbury.pk, Channel.EMAIL, NEWS).removeprefix(
        "http://localhost:8000"
    )


def test_opening_the_link_changes_nothing_and_the_page_says_what_was_agreed(scene: Scene, client: Client) -> None:
    perform(SYSTEM, agree(scene))
    for _ in range(2):
        page = client.get(path_for_sam(scene))
        client.head(path_for_sam(scene))
    assert WORDING in page.content.decode()
    assert may_contact("sam@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)


def test_the_page_shows_no_other_organisation_to_whoever_holds_the_link(scene: Scene, client: Client) -> None:
    perform(SYSTEM, agree(scene))
    other = GiveConsent(
        email="sam@example.org",
        controller_id=scene.eastmoor.pk,
        controller_name=scene.eastmoor.name,
        channel=Channel.EMAIL,
        purpose=NEWS,
        wording="Eastmoor may write.",
    )
    perform(SYSTEM, other)
    assert "Eastmoor" not in client.get(path_for_sam(scene)).content.decode()


def test_the_buttons_of_the_page_stop_these_letters_and_all_letters_and_undo_it(scene: Scene, client: Client) -> None:
    perform(SYSTEM, agree(scene))
    path = path_for_sam(scene)
    assert "no more of these" in client.post(path, {"choice": "this"}, follow=True).content.decode()
    assert not may_contact("sam@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)
    assert "You have stopped all" in client.post(path, {"choice": "everything"}, follow=True).content.decode()
    perform(SYSTEM, agree(scene))
    assert not may_contact("sam@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)
    client.post(path, {"choice": "again"})
    assert may_contact("sam@example.org", scene.westbury.pk, Channel.EMAIL, NEWS)


@pytest.mark.parametrize("token", ["x", "a:b:c", "é", "1" * 3000])
def test_a_link_that_was_changed_leads_nowhere(db: None, client: Client, token: str) -> None:
    assert client.get(f"/people/letters/{token}/").status_code == 404
    assert client.post(f"/people/letters/{token}/", {"List-Unsubscribe": "One-Click"}).status_code == 404


def test_a_consent_does_not_run_backwards_in_time(scene: Scene) -> None:
    consent = perform(SYSTEM, agree(scene))
    with clock.stopped_at(clock.now() + timedelta(days=2)):
        perform(SYSTEM, WithdrawConsent(subject_index=sams_index(), controller_id=scene.westbury.pk))
    consent.refresh_from_db()
    assert consent.withdrawn_at is not None
    assert consent.withdrawn_at > consent.given_at
