"""What a campaign keeps, who may join it, and what it never shows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from causeway.domains.campaigns.campaign_queries import campaign_shown
from causeway.domains.campaigns.commands.appoint_organiser import AppointOrganiser
from causeway.domains.campaigns.commands.correct_action import CorrectAction
from causeway.domains.campaigns.commands.finish_task import FinishTask
from causeway.domains.campaigns.commands.name_target import NameTarget
from causeway.domains.campaigns.commands.record_action import RecordAction
from causeway.domains.campaigns.commands.record_obstacle import RecordObstacle
from causeway.domains.campaigns.commands.record_outcome import RecordOutcome
from causeway.domains.campaigns.commands.reword_demand import RewordDemand
from causeway.domains.campaigns.commands.welcome_to_campaign import WelcomeToCampaign
from causeway.domains.campaigns.commands.withdraw_action import WithdrawAction
from causeway.domains.campaigns.directory import Wanted, campaigns_found
from causeway.domains.campaigns.models import Action, Campaign, Participation
from causeway.domains.campaigns.public_life import by_office
from causeway.domains.campaigns.standing import runs, takes_part
from causeway.domains.campaigns.timeline import Entry, Lane, timeline_of
from causeway.domains.campaigns.work_queries import tasks_of
from causeway.kernel import clock
from causeway.kernel.errors import Invalid
from causeway.kernel.perform import perform
from tests.domains.campaigns.scene import (
    action,
    demand,
    draft_campaign,
    gain,
    offer,
    open_campaign,
    participation,
    position,
    request_to_join,
    taken_task,
)
from tests.scenes import Scene


def test_an_affiliated_organisation_is_in_at_once_and_another_waits_for_a_welcome(scene: Scene) -> None:
    assert participation(scene).state == Participation.State.IN
    asked = request_to_join(scene)
    assert asked.state == Participation.State.ASKED
    assert not takes_part(scene.actor("outsider"), open_campaign(scene))
    perform(scene.actor("coordinator"), WelcomeToCampaign(participation_id=asked.pk))
    assert takes_part(scene.actor("outsider"), open_campaign(scene))


def test_an_appointed_organiser_runs_the_campaign_and_one_who_only_offered_does_not(scene: Scene) -> None:
    role = offer(scene)
    assert not runs(scene.actor("user"), open_campaign(scene))
    perform(scene.actor("coordinator"), AppointOrganiser(role_id=role.pk))
    assert runs(scene.actor("user"), open_campaign(scene))


def test_a_demand_keeps_its_earlier_wording_with_the_reason(scene: Scene) -> None:
    before = demand(scene).text
    command = RewordDemand(demand_id=demand(scene).pk, text="Keep all five days", why="The meeting asked for more")
    reworded = perform(scene.actor("coordinator"), command)
    kept = reworded.earlier_wordings.get()
    assert (kept.text, kept.why_changed) == (before, "The meeting asked for more")


def test_a_later_outcome_revises_an_earlier_one_whatever_the_order_of_recording(scene: Scene) -> None:
    cora, campaign = scene.actor("coordinator"), open_campaign(scene)
    today = clock.today()
    for verdict, day in (("reneged", today), ("won", today - timedelta(days=30))):
        command = RecordOutcome(campaign_id=campaign.pk, verdict=verdict, on=day, text="Agreed", source="Minutes")
        perform(cora, command)
    campaign.refresh_from_db()
    assert campaign.outcome == Campaign.Verdict.RENEGED
    assert [fact.word for fact in campaign_shown(cora, campaign).outcomes] == ["reneged", "won"]


def test_a_corrected_action_shows_what_stood_there_before(scene: Scene) -> None:
    row = action(scene)
    command = CorrectAction(
        action_id=row.pk,
        why="Counted again",
        kind=row.kind,
        title=row.title,
        starts_on=row.starts_on,
        host_ids=(scene.branch.pk,),
        place=row.place,
        turnout=280,
        turnout_how=row.turnout_how,
        links=tuple(row.links),
    )
    corrected = perform(scene.actor("coordinator"), command)
    assert corrected.turnout == 280
    assert corrected.corrections.get().was == {"turnout": "300"}


@pytest.mark.parametrize(
    ("field", "change"),
    [
        ("links", {"links": ("javascript:alert(1)",)}),
        ("links", {"links": ("http://example.org",)}),
        ("turnout_how", {"turnout": 40}),
        ("turnout", {"turnout": 10**12, "turnout_how": "counted"}),
        ("starts_on", {"starts_on": date(2200, 1, 1)}),
        ("ends_on", {"ends_on": date(1999, 1, 1)}),
        ("latitude", {"latitude": 53.0}),
        ("latitude", {"latitude": float("nan"), "longitude": 1.0}),
        ("kind", {"kind": "riot"}),
        ("title", {"title": " \0 "}),
    ],
)
def test_a_wrong_record_of_an_action_is_told_in_a_sentence_and_changes_nothing(
    scene: Scene, field: str, change: dict[str, object]
) -> None:
    given = {"kind": "stall", "title": "Stall", "starts_on": clock.today(), **change}
    with pytest.raises(Invalid) as refused:
        perform(scene.actor("coordinator"), RecordAction(campaign_id=open_campaign(scene).pk, **given))  # type: ignore[arg-type]
    assert refused.value.fields[field][0].endswith(".")
    assert not Action.objects.exists()


@pytest.mark.parametrize(
    "office",
    [
        "Ann Example, 12 Sample Street",
        "Flat 3b, AB1 2CD",
        "ann@gmail.com",
        "Ring 07700 900123",
        "+44 (0)20 7946 0018",
    ],
)
def test_a_target_with_a_private_address_is_refused(scene: Scene, office: str) -> None:
    with pytest.raises(Invalid) as refused:
        perform(scene.actor("coordinator"), NameTarget(campaign_id=open_campaign(scene).pk, office=office))
    assert "office" in refused.value.fields


@given(st.integers(0, 999_999_999), st.sampled_from(["0", "+44 ", "+44"]))
def test_every_telephone_number_is_seen(number: int, prefix: str) -> None:
    with pytest.raises(Invalid):
        by_office(f"Leader {prefix}7{number:09d}", "office")


@pytest.mark.parametrize("office", ["Leader of Westbury Council", "Cabinet member for adults, 2014 to 2018", "MP"])
def test_an_office_is_no_private_address(office: str) -> None:
    assert by_office(office, "office") == office


def test_what_is_internal_or_withdrawn_or_unnamed_is_not_on_the_public_pages(scene: Scene) -> None:
    cora, campaign = scene.actor("coordinator"), open_campaign(scene)
    secret = RecordObstacle(
        campaign_id=campaign.pk, on=clock.today(), text="Hushed quarrel", source="", is_internal=True
    )
    perform(cora, secret)
    perform(cora, WithdrawAction(action_id=action(scene).pk, why="Recorded twice"))
    Participation.objects.filter(pk=participation(scene).pk).update(is_named=False)
    gain(scene)
    visitor = Client()
    for part in ("", "results/", "actions/", "record/", "record.json"):
        said = visitor.get(f"/campaigns/{campaign.slug}/{part}").content.decode()
        assert "Hushed quarrel" not in said
        assert "Public meeting at the town hall" not in said
        assert "Day Centre Users" not in said
        assert "A room and forty members" not in said
    record = visitor.get(f"/api/campaigns/{campaign.slug}").json()
    assert record["organisations"] == []
    assert record["organisations_not_named"] == 1
    assert [row["text"] for row in record["gains"]] == ["A longer consultation"]


def test_the_directory_finds_by_words_and_filters_and_survives_odd_queries(scene: Scene) -> None:
    campaign, visitor = open_campaign(scene), scene.actor("visitor")
    draft_campaign(scene)
    assert list(campaigns_found(visitor, Wanted(words="hospital ward"))) == []
    assert list(campaigns_found(visitor, Wanted(words="centres users"))) == [campaign]
    assert list(campaigns_found(visitor, Wanted(alliance="westbury", stage="open"))) == [campaign]
    assert list(campaigns_found(visitor, Wanted(outcome="won"))) == []
    for odd in ("?q=%00%27%3B--", "?page=99999", "?page=x", "?threat=nonsense&stage=draft", "?q=" + "a" * 5000):
        assert Client().get("/campaigns/" + odd).status_code == 200


def test_a_campaigns_page_and_the_directory_ask_the_database_at_most_twelve_times(scene: Scene) -> None:
    from django.db import connection

    campaign = open_campaign(scene)
    for make in (demand, position, action, gain, participation):
        make(scene)
    for address in (f"/campaigns/{campaign.slug}/", "/campaigns/"):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert Client().get(address).status_code == 200
        assert len(asked) <= 12, [row["sql"][:80] for row in asked]


def test_my_tasks_are_those_i_took_and_have_not_finished(scene: Scene) -> None:
    una = scene.actor("user")
    task = taken_task(scene)
    assert tasks_of(una) == [task]
    assert tasks_of(scene.actor("rep")) == []
    perform(una, FinishTask(task_id=task.pk))
    assert tasks_of(una) == []


@given(st.lists(st.tuples(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.sampled_from(list(Lane))), max_size=40))
def test_a_timeline_is_in_order_and_drawn_within_its_frame(points: list[tuple[date, Lane]]) -> None:
    entries = [Entry(day, lane, "Decision meeting", "Council") for day, lane in points]
    drawn = timeline_of(entries, today=date(2026, 1, 1))
    assert [entry.on for entry in drawn.entries] == sorted(day for day, _lane in points)
    for drawing in filter(None, (drawn.wide, drawn.narrow)):
        marks = [*drawing.above, *drawing.below]
        assert len(marks) == len(entries)
        assert all(0 <= mark.x <= drawing.width and 0 <= mark.y <= drawing.height for mark in marks)
