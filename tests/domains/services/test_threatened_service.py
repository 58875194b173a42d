"""Taking up a notice or a statement about a service that is not in the register yet: it is added on the way."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from causeway.domains.services.commands.start_threat_from_statement import StartThreatFromStatement
from causeway.domains.services.commands.take_up_notice import TakeUpNotice
from causeway.domains.services.models import Service, Threat
from causeway.kernel.errors import Invalid
from causeway.kernel.perform import perform
from tests.domains.services.scene import centre
from tests.domains.services.tender_scene import offer
from tests.domains.services.tip_off_scene import statement
from tests.scenes import Scene


def take_up(scene: Scene, **changes: object) -> TakeUpNotice:
    return TakeUpNotice(offer_id=offer(scene).pk, title="Out to tender", **changes)  # type: ignore[arg-type]


def test_a_notice_about_a_new_service_adds_it_with_the_buyer_that_commissions_it(scene: Scene) -> None:
    threat = perform(scene.actor("coordinator"), take_up(scene, new_service="  Elm  House "))
    assert threat.service.name == "Elm House"
    assert threat.service.alliance == scene.westbury
    assert threat.service.commissioner
    assert threat.service.commissioner.name == "Westbury Council"


def test_a_statement_about_a_new_service_adds_it_with_its_provider(scene: Scene) -> None:
    given = {"kind": "closure", "title": "May close", "new_service": "Elm House", "new_provider": "Westbury Council"}
    command = StartThreatFromStatement(statement_id=statement(scene).pk, **given)
    threat = perform(scene.actor("coordinator"), command)
    assert threat.service.provider
    assert (threat.service.name, threat.service.provider.name) == ("Elm House", "Westbury Council")


def test_a_name_that_the_register_has_already_means_that_service(scene: Scene) -> None:
    there = centre(scene)
    threat = perform(scene.actor("coordinator"), take_up(scene, new_service=there.name.upper()))
    assert threat.service == there


@pytest.mark.parametrize("named", ["", "  ", "x" * 201])
def test_one_service_must_be_named_and_shortly(scene: Scene, named: str) -> None:
    with pytest.raises(Invalid) as refused:
        perform(scene.actor("coordinator"), take_up(scene, new_service=named))
    assert "new_service" in refused.value.fields
    assert not Threat.objects.exists()


def test_a_service_chosen_and_another_named_is_refused_and_adds_nothing(scene: Scene) -> None:
    before = centre(scene)
    with pytest.raises(Invalid, match="not both"):
        perform(scene.actor("coordinator"), take_up(scene, service_id=before.pk, new_service="Elm House"))
    assert not Service.objects.filter(name="Elm House").exists()


def test_the_form_keeps_what_was_typed_and_takes_it_with_the_new_service(scene: Scene) -> None:
    made = offer(scene)
    client = Client()
    client.force_login(scene.people["coordinator"])
    address = reverse("services:take_up_notice", args=[made.pk])
    given = {"service": "new", "new_service": "", "title": "Elm House out to tender", "summary": "Said by the buyer."}
    refused = client.post(address, given)
    assert refused.status_code == 422
    for words in ("or name the one that is not in it", "Elm House out to tender", "Said by the buyer."):
        assert words in refused.text
    assert client.post(address, given | {"new_service": "Elm House"}).status_code == 302
    assert Threat.objects.get().service.name == "Elm House"
