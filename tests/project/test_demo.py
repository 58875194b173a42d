"""The demo is built by the real commands, once, with the facts that the sources report."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from causeway.domains.campaigns.models import Campaign
from causeway.domains.people.models import Person
from causeway.domains.services.commands.open_tip_off import OpenTipOff
from causeway.domains.services.models import TipOff
from causeway.kernel.actors import Member
from causeway.kernel.models import AuditEntry
from causeway.kernel.perform import perform
from causeway.project.demo.build import build, is_built, passphrase_of
from causeway.project.demo.cast import PEOPLE
from causeway.project.demo.stories import STORIES
from tests.snapshot import Snapshot, take

PASSWORD = "a password for the demo"


@pytest.fixture(scope="module")
def built_demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Snapshot[object]:
    with django_db_blocker.unblock():
        return take(lambda: build(PASSWORD))


@pytest.fixture
def demo(db: None, built_demo: Snapshot[object]) -> None:
    built_demo.restore()


def test_the_demo_tells_every_campaign_that_the_sources_report(demo: None) -> None:
    told = set(Campaign.objects.values_list("name", flat=True))
    assert {story.name for story in STORIES} <= told
    places = " ".join(told)
    for place in (
        "Salford",
        "Norfolk",
        "Cambridge",
        "Liverpool",
        "Nuneaton",
        "Bristol",
        "ocial security",
        "North East",
    ):
        assert place in places


def test_the_demo_is_built_once(demo: None) -> None:
    assert is_built()


def test_everything_in_the_demo_came_through_the_door(demo: None) -> None:
    assert AuditEntry.objects.filter(command="RecordAction").count() == sum(len(s.actions) for s in STORIES) + 1
    assert AuditEntry.objects.filter(command="OpenCampaign").count() == len(STORIES) + 1


def test_the_people_of_the_demo_are_plainly_invented(demo: None) -> None:
    assert all("(invented)" in person.display_name for person in Person.objects.all())


@pytest.mark.parametrize("role", ["coordinator", "rep", "user"])
def test_the_three_sign_ins_work(demo: None, role: str) -> None:
    client = Client()
    answer = client.post("/account/login/", {"login": PEOPLE[role][0], "password": PASSWORD})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    assert client.get("/people/account/").status_code == 200


@pytest.mark.parametrize(
    "address", ["/", "/campaigns/", "/services/", "/services/threats/", "/alliances/", "/petitions/"]
)
def test_the_pages_show_the_demo_to_a_visitor(demo: None, address: str) -> None:
    assert Client().get(address).status_code == 200


def test_every_campaign_of_the_demo_has_a_page_with_its_source(demo: None) -> None:
    for story in STORIES:
        campaign = Campaign.objects.get(name=story.name)
        page = Client().get(campaign.get_absolute_url())
        assert page.status_code == 200
        assert story.name.split(",")[0] in page.content.decode().replace("&#x27;", "’")


@pytest.mark.parametrize("role", ["coordinator", "rep"])
def test_two_people_of_the_demo_read_the_tip_off_that_waits_for_them(demo: None, role: str) -> None:
    handler = Member(Person.objects.get(email=PEOPLE[role][0]).pk)
    (tip_off,) = TipOff.objects.all()
    (message,) = perform(handler, OpenTipOff(tip_off_id=tip_off.pk, passphrase=passphrase_of(PASSWORD)))
    assert "lease" in str(message.text)
