"""The rooms together: what one room adds to another's pages, and what its events bring about there."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from causeway.domains.campaigns.campaign_queries import campaign_shown
from causeway.domains.campaigns.commands.decline_participation import DeclineParticipation
from causeway.domains.campaigns.commands.invite_to_campaign import InviteToCampaign
from causeway.domains.campaigns.commands.join_campaign import JoinCampaign
from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
from causeway.domains.campaigns.commands.welcome_to_campaign import WelcomeToCampaign
from causeway.domains.campaigns.timeline import Lane
from causeway.domains.petitions.commands.record_answer import RecordAnswer
from causeway.domains.petitions.links import token_for
from causeway.domains.services.commands.move_dates import MoveDates
from causeway.domains.services.deadlines import LABELS
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.domains.campaigns import scene as campaigns
from tests.domains.campaigns.events_scene import evening_rota, public_event
from tests.domains.petitions.paper_scene import hand_in
from tests.domains.petitions.scene import confirm, petition, sign
from tests.domains.services import scene as services
from tests.domains.services.tip_off_scene import tip_off
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


def test_a_campaigns_page_with_everything_on_it_asks_at_most_thirteen_times(scene: Scene) -> None:
    petition(scene), public_event(scene), evening_rota(scene)
    for make in (campaigns.demand, campaigns.position, campaigns.action, campaigns.gain, campaigns.participation):
        make(scene)
    with CaptureQueriesContext(connection) as asked:
        page(scene, "visitor", campaigns.open_campaign(scene).get_absolute_url())
    assert len(asked) <= 13, [row["sql"][:90] for row in asked]


@pytest.mark.parametrize(("who", "most"), [("coordinator", 18), ("user", 20), ("rep", 20), ("stranger", 19)])
def test_a_campaigns_page_asks_little_more_for_who_is_signed_in(scene: Scene, who: str, most: int) -> None:
    """Who they are (session, person), where they stand (offices, memberships, affiliations, role), and their shifts."""
    petition(scene), public_event(scene), evening_rota(scene)
    for make in (campaigns.demand, campaigns.position, campaigns.action, campaigns.gain, campaigns.participation):
        make(scene)
    client = Client()
    client.force_login(scene.people[who])
    address = campaigns.open_campaign(scene).get_absolute_url()
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    assert len(asked) <= most, [row["sql"][:90] for row in asked]


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


def test_an_alliances_page_leads_to_its_threats_campaigns_petitions_and_data_desk(scene: Scene) -> None:
    threat, signed = services.public_threat(scene), petition(scene)
    campaign, draft = campaigns.open_campaign(scene), campaigns.draft_campaign(scene)
    address = scene.westbury.get_absolute_url()
    said = page(scene, "visitor", address)
    for link in (
        threat.get_absolute_url(),
        campaign.get_absolute_url(),
        f"/petitions/{signed.slug}/#sign",
        f"/people/ask/?body={scene.westbury.pk}",
    ):
        assert f'"{link}"' in said, link
    assert draft.name not in said
    assert f"/campaigns/new/{scene.westbury.slug}/" not in said
    said = page(scene, "coordinator", address)
    assert draft.name in said
    assert f"/campaigns/new/{scene.westbury.slug}/" in said
    assert threat.title not in page(scene, "visitor", scene.eastmoor.get_absolute_url())


def test_each_date_of_a_timeline_shows_who_said_that_date(scene: Scene) -> None:
    threat = services.public_threat(scene)
    dates = {name: getattr(threat, name) for name in LABELS}
    moved = {**dates, "consultation_closes_on": clock.today() + timedelta(days=40)}
    cora = scene.actor("coordinator")
    perform(cora, MoveDates(threat_id=threat.pk, source="Council papers of the 3rd", **moved))
    opening = OpenCampaign(
        alliance_id=scene.westbury.pk, name="Dated", summary="So.", threat_ids=(threat.pk,), publish=True
    )
    shown = campaign_shown(scene.actor("visitor"), perform(cora, opening))
    said = {str(entry.kind): entry.source for entry in shown.timeline.entries if entry.lane == Lane.DECISION}
    assert said.pop("Consultation closes") == "Council papers of the 3rd"
    assert set(said.values()) <= {threat.source}


def test_a_petition_that_was_answered_stands_on_the_campaigns_timeline_with_its_source(scene: Scene) -> None:
    handed = hand_in(scene)
    answer = RecordAnswer(
        hand_in_id=handed.pk,
        answered_on=clock.today(),
        from_whom="Leader of the council",
        text="We will look at it again.",
        source="Letter of today",
    )
    perform(scene.actor("coordinator"), answer)
    address = campaigns.open_campaign(scene).get_absolute_url()
    for where in (address, f"{address}record/"):
        said = page(scene, "visitor", where)
        assert "Petition answered" in said
        assert "Leader of the council: We will look at it again." in said
        assert "Letter of today" in said
    said = page(scene, "visitor", f"/petitions/{handed.petition.slug}/")
    assert said.index("Answered") < said.index("handed in to") < said.index("Signing began")


def test_a_coordinator_who_is_no_handler_hears_who_the_handlers_are_and_what_to_do(scene: Scene) -> None:
    tip_off(scene)
    said = page(scene, "coordinator", "/services/tip-offs/")
    for name in ("handler_one", "handler_two"):
        assert scene.people[name].shown_name in said
    assert f"/alliances/{scene.westbury.slug}/offer-office/" in said
    assert '"/services/tip-offs/"' in page(scene, "coordinator", "/")
    for name in ("handler_one", "outsider"):
        assert "waits for an answer" not in page(scene, name, "/services/tip-offs/").split("<h2>Your keys")[0].replace(
            "Waits for an answer", ""
        )


def test_the_gaps_of_a_rota_stand_together_with_their_hours(scene: Scene) -> None:
    rota = evening_rota(scene)
    said = page(scene, "coordinator", "/")
    assert said.count(f"more people needed: {rota.title}") == 1
    assert re.search(r"\d\d:\d\d–\d\d:\d\d: \d more", said)
