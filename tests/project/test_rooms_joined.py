"""The rooms together: what one room adds to another's pages, and what its events bring about there."""

from __future__ import annotations

import re

from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from causeway.domains.campaigns.commands.decline_participation import DeclineParticipation
from causeway.domains.campaigns.commands.invite_to_campaign import InviteToCampaign
from causeway.domains.campaigns.commands.join_campaign import JoinCampaign
from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
from causeway.domains.campaigns.commands.welcome_to_campaign import WelcomeToCampaign
from causeway.domains.petitions.links import token_for
from causeway.kernel.perform import perform
from tests.domains.campaigns import scene as campaigns
from tests.domains.campaigns.events_scene import evening_rota, public_event
from tests.domains.petitions.scene import confirm, petition, sign
from tests.domains.services import scene as services
from tests.scenes import Scene
from tests.work import work


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


def letters_to(address: str) -> list[str]:
    """The words of the letters that went to an address, subject first."""
    return [f"{letter.subject}\n{letter.body}" for letter in mail.outbox if letter.to == [address]]


def test_an_invited_organisations_officers_get_a_letter_that_leads_to_the_answer(scene: Scene) -> None:
    campaign = campaigns.open_campaign(scene)
    work()
    mail.outbox.clear()
    invitation = InviteToCampaign(campaign_id=campaign.pk, organisation_id=scene.users_group.pk)
    perform(scene.actor("coordinator"), invitation)
    work()
    assert [letter.to for letter in mail.outbox] == [[scene.people["user_officer"].email]]
    (said,) = letters_to(scene.people["user_officer"].email)
    assert f"/campaigns/{campaign.slug}/join/" in said
    assert "unsubscribe" not in said.lower()


def test_a_request_to_join_reaches_the_organisers_and_its_answer_the_officers(scene: Scene) -> None:
    request = campaigns.request_to_join(scene)
    work()
    (said,) = [said for said in letters_to(scene.people["coordinator"].email) if "asks to join" in said]
    assert f"/campaigns/{request.campaign.slug}/members/" in said
    perform(scene.actor("coordinator"), DeclineParticipation(participation_id=request.pk))
    work()
    outsiders = scene.people["outsider"].email
    assert len([said for said in letters_to(outsiders) if "You may ask again" in said]) == 1
    perform(
        scene.actor("outsider"), JoinCampaign(campaign_id=request.campaign_id, organisation_id=request.organisation_id)
    )
    perform(scene.actor("coordinator"), WelcomeToCampaign(participation_id=request.pk))
    work()
    assert len([said for said in letters_to(outsiders) if "Welcome." in said]) == 1


def test_a_published_threat_is_told_to_the_coordinators_with_its_next_date(scene: Scene) -> None:
    threat = services.public_threat(scene)
    work()
    (said,) = letters_to(scene.people["coordinator"].email)
    assert threat.title in said
    assert threat.get_absolute_url() in said
    assert [letter.to for letter in mail.outbox] == [[scene.people["coordinator"].email]]


def test_a_threats_page_leads_to_a_campaign_about_it_which_it_then_lists(scene: Scene) -> None:
    threat = services.public_threat(scene)
    prefilled = f"/campaigns/new/{scene.westbury.slug}/?threats={threat.pk}"
    for address in (threat.get_absolute_url(), threat.service.get_absolute_url()):
        assert "/services/tip-off/" in page(scene, "visitor", address)
        assert "Campaigns about this" not in page(scene, "visitor", address)
    assert prefilled in page(scene, "coordinator", threat.get_absolute_url())
    ticked = [box for box in re.findall("<input[^>]*>", page(scene, "coordinator", prefilled)) if str(threat.pk) in box]
    assert [("checked" in box) for box in ticked] == [True]
    campaign = perform(
        scene.actor("coordinator"),
        OpenCampaign(
            alliance_id=scene.westbury.pk,
            name="Hands off our centre",
            summary="We want it kept.",
            threat_ids=(threat.pk,),
            publish=True,
        ),
    )
    for address in (threat.get_absolute_url(), threat.service.get_absolute_url()):
        assert campaign.get_absolute_url() in page(scene, "visitor", address)


def test_the_register_leads_everybody_to_a_tip_off_and_coordinators_to_what_came_in(scene: Scene) -> None:
    said = page(scene, "visitor", "/services/")
    assert "/services/tip-off/" in said
    assert "/services/tenders/" not in said
    said = page(scene, "coordinator", "/services/")
    assert "/services/tenders/" in said
    assert "/services/tip-offs/statements/" in said


def test_after_signing_the_next_rung_is_an_event_a_shift_or_an_organisation(scene: Scene) -> None:
    petition(scene), evening_rota(scene)
    event = public_event(scene)
    signature = confirm(sign(scene))
    address = f"/petitions/signature/{token_for(signature.pk)}/"
    said = page(scene, "visitor", address)
    assert f"/events/on/{event.slug}/" in said
    assert f"{campaigns.open_campaign(scene).get_absolute_url()}#who-title" in said
    assert "/rotas/shift/" not in said
    assert "/rotas/shift/" in page(scene, "user", address)
