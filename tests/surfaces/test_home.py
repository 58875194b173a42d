"""The home page says what needs somebody today; search finds only what they may see."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.formats import localize
from django.utils.html import strip_tags

from causeway.domains.alliances.commands.decline_office import DeclineOffice
from causeway.domains.services.commands.publish_threat import PublishThreat
from causeway.domains.services.commands.record_threat import RecordThreat
from causeway.domains.services.commands.register_service import RegisterService
from causeway.domains.services.models import Threat
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.domains.alliances.scene import offer
from tests.domains.assemblies import bodies_scene
from tests.domains.assemblies import scene as votes
from tests.scenes import Scene


def a_threat(scene: Scene, *, days: int) -> Threat:
    actor = scene.actor("coordinator")
    service = perform(actor, RegisterService(alliance_id=scene.westbury.pk, name="Mill Lane day centre"))
    decided_on = clock.today() + timedelta(days=days)
    return perform(
        actor, RecordThreat(service_id=service.pk, kind="closure", title="Mill Lane to close", decided_on=decided_on)
    )


def page(scene: Scene, member: str, address: str = "/") -> str:
    client = Client()
    if member != "visitor":
        client.force_login(scene.people[member])
    return client.get(address).content.decode()


def test_a_deadline_of_ones_alliance_is_on_the_home_page_with_its_days_left(scene: Scene) -> None:
    a_threat(scene, days=12)
    for member in ("coordinator", "rep", "user"):
        shown = page(scene, member)
        assert "Mill Lane to close" in shown, member
        assert "12 days left" in shown


def test_somebody_elses_unpublished_threat_is_not_there(scene: Scene) -> None:
    a_threat(scene, days=12)
    for member in ("visitor", "stranger", "outsider"):
        assert "Mill Lane to close" not in page(scene, member), member


def test_a_visitor_sees_what_is_decided_soon_once_it_is_published(scene: Scene) -> None:
    threat = a_threat(scene, days=5)
    perform(scene.actor("coordinator"), PublishThreat(threat_id=threat.pk))
    shown = " ".join(strip_tags(page(scene, "visitor")).split())
    assert "5 days left Mill Lane to close" in shown


def test_an_offered_office_waits_on_the_home_page_of_the_one_it_is_offered_to_until_they_answer(scene: Scene) -> None:
    made = offer(scene)
    shown = page(scene, "stranger")
    assert "1 office is offered to you" in shown
    assert f'href="{reverse("offices:mine")}"' in shown
    assert "is offered to you" not in page(scene, "user")
    perform(scene.actor("stranger"), DeclineOffice(offer_id=made.pk))
    assert "is offered to you" not in page(scene, "stranger")


def test_a_vote_of_a_campaign_waits_under_the_name_of_the_campaign(scene: Scene) -> None:
    votes.let_pass(bodies_scene.of_campaign(scene), votes.DAY)
    shown = page(scene, "user")
    assert "The campaign’s name" in shown
    assert f"{bodies_scene.campaign(scene).name} ·" in " ".join(strip_tags(shown).split())


def test_who_has_nothing_to_do_is_told_so(scene: Scene) -> None:
    assert "Nothing waits for you" in page(scene, "stranger")


def test_search_finds_what_one_may_see_and_nothing_else(scene: Scene) -> None:
    a_threat(scene, days=5)
    assert "Mill Lane to close" in page(scene, "coordinator", "/search/?q=mill+lane")
    assert "Mill Lane to close" not in page(scene, "visitor", "/search/?q=mill+lane")
    assert "Mill Lane day centre" in page(scene, "visitor", "/search/?q=mill+lane")
    assert "Westbury Public Services Alliance" in page(scene, "visitor", "/search/?q=westbury")


@pytest.mark.parametrize("words", ["%00", "'", '" & | ! ( :*', "%", "a" * 500, "\ud83d\ude00", "<script>"])
def test_no_words_break_the_search(scene: Scene, words: str) -> None:
    answer = Client().get("/search/", {"q": words.encode("utf-8", "surrogatepass").decode("utf-8", "replace")})
    assert answer.status_code == 200
    assert "<script>" not in answer.content.decode()


@pytest.mark.parametrize("member", ["visitor", "coordinator", "rep"])
def test_the_home_page_takes_twelve_queries_at_most(scene: Scene, member: str) -> None:
    a_threat(scene, days=12)
    client = Client()
    if member != "visitor":
        client.force_login(scene.people[member])
    client.get("/")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get("/")
    assert len(queries) <= 12, "\n".join(query["sql"][:160] for query in queries)


def test_an_hour_is_written_by_the_clock_of_24() -> None:
    assert localize(datetime(2026, 11, 28, 12, 0, tzinfo=UTC)) == "28 Nov 2026, 12:00"
    assert localize(time(2, 48)) == "02:48"
