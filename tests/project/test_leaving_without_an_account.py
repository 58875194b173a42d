"""Somebody without an account asks to be erased: the link in the letter proves the address, and every room lets go."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django.test import Client

from causeway.domains.campaigns.models import SignUp
from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.commands.erase_address import EraseAddress
from causeway.domains.people.models import Consent, Leaver, Person, RightsRequest, Suppression
from causeway.domains.petitions.models import Signature
from causeway.domains.petitions.queries import totals
from causeway.kernel.actors import System
from causeway.kernel.errors import Conflict
from causeway.kernel.perform import perform
from tests.domains.campaigns import events_scene
from tests.domains.petitions.scene import confirm, petition, sign
from tests.scenes import Scene
from tests.traces import traces_of
from tests.work import work

EMAIL, NAME = "pat@example.org", "Pat Passer-by"
State = RightsRequest.State


def pat_everywhere(scene: Scene) -> None:
    confirm(sign(scene, NAME, "Pat@Example.org", shows_name=True, updates=True))
    confirm(sign(scene, "Olga Other", "other@example.org"))
    events_scene.sign_up_visitor(events_scene.public_event(scene), EMAIL)
    events_scene.sign_up_visitor(events_scene.public_event(scene), "other@example.org")
    work()


def ask(client: Client, email: str = EMAIL, body: str = "") -> tuple[RightsRequest, str]:
    """Ask without signing in; returns the request and the page that the letter leads to."""
    client.post(f"/people/ask/{body}", {"kind": "erase", "text": "Everything.", "email": email})
    work()
    letter = next(letter for letter in reversed(mail.outbox) if letter.subject == "Confirm your request")
    path = re.findall(r"http://localhost:8000(/people/requests/\S+)", str(letter.body))[0]
    return RightsRequest.objects.latest("asked_at"), path


def test_an_address_is_erased_in_every_room_and_nobody_elses_is(scene: Scene, client: Client) -> None:
    pat_everywhere(scene)
    assert Consent.objects.filter(subject_index=index_of_address(EMAIL)).exists()
    sign_ups = SignUp.objects.count()
    request, path = ask(client)
    assert "cannot be undone" in client.get(path).content.decode()
    assert Signature.objects.count() == 2, "a GET erased it"
    client.post(path, {"choice": "confirm"})
    work()
    request.refresh_from_db()
    assert request.state == State.ANSWERED
    assert [row.name for row in Signature.objects.all()] == ["Olga Other"]
    assert totals(petition(scene)).total == 1
    assert SignUp.objects.count() == sign_ups - 1
    assert not Consent.objects.filter(subject_index=index_of_address(EMAIL)).exists()
    assert Suppression.objects.filter(subject_index=index_of_address(EMAIL)).exists()
    assert not Leaver.objects.exists()
    # only the request itself still knows the address: its holder reads the answer there
    assert traces_of(EMAIL, NAME) == ["people.rightsrequest.email"]


def test_whoever_asked_is_told_when_it_is_done_and_clicking_twice_is_fine(scene: Scene, client: Client) -> None:
    pat_everywhere(scene)
    _request, path = ask(client)
    mail.outbox.clear()
    for _ in range(2):
        client.post(path, {"choice": "confirm"})
        work()
    assert [letter.to for letter in mail.outbox if letter.subject == "News about your request"] == [[EMAIL]]
    assert "We erased what stood under this address" in client.get(path).content.decode()


def test_without_the_button_nothing_is_erased(scene: Scene, client: Client) -> None:
    pat_everywhere(scene)
    ask(client)
    assert Signature.objects.count() == 2
    assert not Leaver.objects.exists()


def test_an_account_is_not_erased_by_a_letter_to_its_address(scene: Scene, client: Client) -> None:
    sam = scene.people["stranger"]
    confirm(sign(scene, "Sam Stranger", sam.email))
    request, path = ask(client, sam.email)
    client.post(path, {"choice": "confirm"})
    work()
    request.refresh_from_db()
    assert request.state == State.OPEN, "somebody answers it by hand"
    assert Signature.objects.count() == 1
    assert Person.objects.get(pk=sam.pk).erased_at is None
    with pytest.raises(Conflict):
        perform(System(reason="a test"), EraseAddress(request_id=request.pk))


def test_a_request_to_one_body_is_answered_by_that_body(scene: Scene, client: Client) -> None:
    pat_everywhere(scene)
    request, path = ask(client, body=f"?body={scene.westbury.pk}")
    client.post(path, {"choice": "confirm"})
    work()
    request.refresh_from_db()
    assert request.state == State.OPEN
    assert Signature.objects.count() == 2
