"""The rooms together: what one room adds to another's pages, and what its events bring about there."""

from __future__ import annotations

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.domains.campaigns import scene as campaigns
from tests.domains.campaigns.events_scene import evening_rota, public_event
from tests.domains.petitions.scene import petition
from tests.scenes import Scene


def page(scene: Scene, name: str, address: str) -> str:
    """What a page says to one of the cast."""
    client = Client()
    if name != "visitor":
        client.force_login(scene.people[name])
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_campaigns_page_lets_people_sign_come_and_take_a_shift(scene: Scene) -> None:
    signed, event, rota = petition(scene), public_event(scene), evening_rota(scene)
    address = campaigns.open_campaign(scene).get_absolute_url()
    for name in ("visitor", "user"):
        said = page(scene, name, address)
        assert f"/petitions/{signed.slug}/#sign" in said
        assert f"/events/on/{event.slug}/#sign-up" in said
        assert (rota.title in said) is (name == "user")
        assert "/announce/" not in said
    assert "/announce/" in page(scene, "coordinator", address)


def test_a_campaigns_page_with_everything_on_it_asks_at_most_twelve_times(scene: Scene) -> None:
    petition(scene), public_event(scene), evening_rota(scene)
    for make in (campaigns.demand, campaigns.position, campaigns.action, campaigns.gain, campaigns.participation):
        make(scene)
    with CaptureQueriesContext(connection) as asked:
        page(scene, "visitor", campaigns.open_campaign(scene).get_absolute_url())
    assert len(asked) <= 12, [row["sql"][:90] for row in asked]


def test_the_members_page_leads_organisers_to_their_tools_and_others_to_theirs(scene: Scene) -> None:
    signed = petition(scene)
    campaign = campaigns.open_campaign(scene)
    address = f"{campaign.get_absolute_url()}members/"
    everybodys = {f"/rotas/of/{campaign.slug}/", f"/ladder/of/{campaign.slug}/", "/petitions/my-sheets/"}
    organisers = {
        f"/events/of/{campaign.slug}/announce/",
        f"/petitions/start/{campaign.slug}/",
        f"/petitions/{signed.slug}/sheets/",
        "/services/tenders/",
    }
    said = page(scene, "coordinator", address)
    assert {link for link in everybodys | organisers if f'"{link}"' not in said} == set()
    said = page(scene, "user", address)
    assert {link for link in everybodys if f'"{link}"' in said} == everybodys
    assert {link for link in organisers if f'"{link}"' in said} == set()
