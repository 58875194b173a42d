"""Demands: raised, adopted, put in order, answered, and not shared by everybody."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client

from causeway.domains.campaigns.campaign_queries import campaign_shown, demands_shown
from causeway.domains.campaigns.commands.adopt_demand import AdoptDemand
from causeway.domains.campaigns.commands.end_dissent import EndDissent
from causeway.domains.campaigns.commands.leave_campaign import LeaveCampaign
from causeway.domains.campaigns.commands.move_demand import MoveDemand
from causeway.domains.campaigns.commands.raise_demand import RaiseDemand
from causeway.domains.campaigns.commands.settle_demand import SettleDemand
from causeway.domains.campaigns.models import Demand, Dissent
from causeway.kernel import clock
from causeway.kernel.errors import Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.campaigns.scene import demand, dissent, open_campaign, participation
from tests.scenes import Scene, build_scene
from tests.trail import last_sentence


def raised(scene: Scene, *texts: str) -> list[Demand]:
    campaign = open_campaign(scene)
    return [perform(scene.actor("coordinator"), RaiseDemand(campaign_id=campaign.pk, text=text)) for text in texts]


def in_order(scene: Scene) -> list[str]:
    return [row.text for row in demands_shown(open_campaign(scene))]


def test_an_adopted_demand_says_when_and_how_and_stands_in_the_timeline(scene: Scene) -> None:
    cora, (row,) = scene.actor("coordinator"), raised(scene, "No more cuts")
    adopted = perform(cora, AdoptDemand(demand_id=row.pk, on=clock.today(), how="By 40 votes to 2"))
    adopted.refresh_from_db()
    assert (adopted.adopted_on, adopted.adopted_how) == (clock.today(), "By 40 votes to 2")
    labels = [str(entry.kind) for entry in campaign_shown(cora, open_campaign(scene)).timeline.entries]
    assert "Demand adopted" in labels
    assert "No more cuts" in last_sentence(AdoptDemand)


def test_a_demand_is_not_adopted_tomorrow_nor_without_saying_how(scene: Scene) -> None:
    cora, (row,) = scene.actor("coordinator"), raised(scene, "No more cuts")
    with pytest.raises(Invalid, match="in the future"):
        perform(cora, AdoptDemand(demand_id=row.pk, on=clock.today() + timedelta(days=1), how="By vote"))
    with pytest.raises(Invalid, match="Fill this in") as silent:
        perform(cora, AdoptDemand(demand_id=row.pk, on=clock.today(), how=" "))
    assert "how" in silent.value.fields
    row.refresh_from_db()
    assert row.adopted_on is None


def test_a_demand_changes_places_with_its_neighbour_and_stays_at_the_ends(scene: Scene) -> None:
    cora, rows = scene.actor("coordinator"), raised(scene, "One", "Two", "Three")
    perform(cora, MoveDemand(demand_id=rows[2].pk, up=True))
    assert in_order(scene) == ["One", "Three", "Two"]
    perform(cora, MoveDemand(demand_id=rows[0].pk, up=True))
    perform(cora, MoveDemand(demand_id=rows[1].pk, up=False))
    assert in_order(scene) == ["One", "Three", "Two"]
    perform(cora, MoveDemand(demand_id=rows[0].pk, up=False))
    assert in_order(scene) == ["Three", "One", "Two"]


@pytest.mark.django_db(transaction=True)
def test_demands_that_are_moved_at_the_same_time_keep_one_order_and_nobody_is_turned_away() -> None:
    scene = build_scene()
    rows = raised(scene, "One", "Two", "Three", "Four")

    def move(place: int) -> None:
        try:
            perform(scene.actor("coordinator"), MoveDemand(demand_id=rows[place % 4].pk, up=place % 2 == 0))
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as pool:
        list(pool.map(move, range(24)))
    assert sorted(row.place for row in demands_shown(open_campaign(scene))) == [1, 2, 3, 4]


def test_the_answer_of_the_latest_day_stands_and_earlier_ones_stay_to_be_read(scene: Scene) -> None:
    cora, today = scene.actor("coordinator"), clock.today()
    for state, day in (("refused", today), ("met", today - timedelta(days=9))):
        perform(cora, SettleDemand(demand_id=demand(scene).pk, state=state, on=day, source="Council minutes"))
    row = Demand.objects.get(pk=demand(scene).pk)
    assert row.state == Demand.State.REFUSED
    assert [answer.state for answer in row.answers.all()] == ["refused", "met"]
    assert last_sentence(SettleDemand).endswith("(Met)")
    perform(cora, SettleDemand(demand_id=row.pk, state="open", on=today, source="The council votes again"))
    row.refresh_from_db()
    assert (row.state, row.answers.count()) == (Demand.State.OPEN, 3)


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("state", {"state": "shelved"}),
        ("source", {"source": ""}),
        ("source_url", {"source_url": "javascript:alert(1)"}),
        ("on", {"on": clock.today() + timedelta(days=3)}),
    ],
)
def test_an_answer_without_a_proper_state_day_or_source_is_refused(
    scene: Scene, field: str, change: dict[str, object]
) -> None:
    given = {"demand_id": demand(scene).pk, "state": "met", "on": clock.today(), "source": "Minutes", **change}
    with pytest.raises(Invalid) as refused:
        perform(scene.actor("coordinator"), SettleDemand(**given))  # type: ignore[arg-type]
    assert refused.value.fields[field][0].endswith(".")
    assert not demand(scene).answers.exists()


def test_an_organisation_ends_its_own_dissent_and_nobody_else_does(scene: Scene) -> None:
    row = dissent(scene)
    with pytest.raises(Refused, match="Only an officer of the organisation"):
        perform(scene.actor("coordinator"), EndDissent(dissent_id=row.pk))
    perform(scene.actor("user_officer"), EndDissent(dissent_id=row.pk))
    assert not Dissent.objects.exists()
    assert "Day Centre Users’ Group" in last_sentence(EndDissent)
    with pytest.raises(Missing):
        perform(scene.actor("user_officer"), EndDissent(dissent_id=row.pk))


def test_the_dissent_of_an_organisation_that_left_is_no_longer_published(scene: Scene) -> None:
    campaign, row = open_campaign(scene), dissent(scene)
    address = f"/campaigns/{campaign.slug}/demands/"
    assert row.reason in Client().get(address).content.decode()
    perform(
        scene.actor("user_officer"), LeaveCampaign(participation_id=participation(scene).pk, reason="Other priorities")
    )
    assert row.reason not in Client().get(address).content.decode()
    assert campaign_shown(scene.actor("visitor"), campaign).demands[0].dissent_count == 0  # type: ignore[attr-defined]
