"""The course of a campaign: published, revised, opened again; what came of it, taken away and put back."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client

from causeway.domains.campaigns.campaign_queries import campaign_shown, withdrawn_actions
from causeway.domains.campaigns.commands.publish_campaign import PublishCampaign
from causeway.domains.campaigns.commands.record_unintended_result import RecordUnintendedResult
from causeway.domains.campaigns.commands.reopen_campaign import ReopenCampaign
from causeway.domains.campaigns.commands.restore_action import RestoreAction
from causeway.domains.campaigns.commands.restore_result import RestoreResult
from causeway.domains.campaigns.commands.revise_campaign import ReviseCampaign
from causeway.domains.campaigns.commands.withdraw_action import WithdrawAction
from causeway.domains.campaigns.commands.withdraw_result import WithdrawResult
from causeway.domains.campaigns.models import Campaign, Result
from causeway.kernel import clock
from causeway.kernel.errors import Conflict, Invalid, Missing, Refused
from causeway.kernel.perform import perform
from tests.domains.campaigns.scene import action, closed_campaign, draft_campaign, gain, open_campaign
from tests.domains.services.scene import threat
from tests.scenes import Scene
from tests.trail import announced, last_sentence


def test_a_draft_is_published_once_and_then_everybody_sees_it(scene: Scene) -> None:
    cora, campaign = scene.actor("coordinator"), draft_campaign(scene)
    assert Client().get(campaign.get_absolute_url()).status_code == 404
    day = clock.today() - timedelta(days=20)
    published = perform(cora, PublishCampaign(campaign_id=campaign.pk, opened_on=day))
    assert (published.stage, published.opened_on) == (Campaign.Stage.OPEN, day)
    assert Client().get(campaign.get_absolute_url()).status_code == 200
    assert announced("CampaignOpened") == 1
    with pytest.raises(Conflict, match="published already"):
        perform(cora, PublishCampaign(campaign_id=campaign.pk))
    assert announced("CampaignOpened") == 1


def test_a_campaign_is_not_published_without_a_summary_nor_from_tomorrow(scene: Scene) -> None:
    cora, campaign = scene.actor("coordinator"), draft_campaign(scene)
    with pytest.raises(Invalid, match="in the future"):
        perform(cora, PublishCampaign(campaign_id=campaign.pk, opened_on=clock.today() + timedelta(days=1)))
    perform(cora, ReviseCampaign(campaign_id=campaign.pk, name="Buses after six", summary=""))
    with pytest.raises(Invalid, match="in a few sentences"):
        perform(cora, PublishCampaign(campaign_id=campaign.pk))
    campaign.refresh_from_db()
    assert campaign.stage == Campaign.Stage.DRAFT


def test_who_takes_part_but_does_not_run_a_draft_is_refused_and_a_stranger_finds_nothing(scene: Scene) -> None:
    command = PublishCampaign(campaign_id=draft_campaign(scene).pk)
    with pytest.raises(Refused, match="Ask one of them"):
        perform(scene.actor("user"), command)
    with pytest.raises(Missing):
        perform(scene.actor("stranger"), command)


def test_a_revised_campaign_keeps_its_address_and_brings_a_threats_service_along(scene: Scene) -> None:
    cora, campaign, clocked = scene.actor("coordinator"), open_campaign(scene), threat(scene)
    command = ReviseCampaign(
        campaign_id=campaign.pk,
        name="Keep both day centres",
        summary="Two centres now.",
        why="People need them.",
        threat_ids=(clocked.pk,),
    )
    revised = perform(cora, command)
    assert (revised.name, revised.slug) == ("Keep both day centres", campaign.slug)
    assert list(revised.threats.all()) == [clocked]
    assert list(revised.services.all()) == [clocked.service]
    perform(cora, ReviseCampaign(campaign_id=campaign.pk, name="Keep both", summary="Two."))
    assert not revised.threats.exists()
    assert not revised.services.exists()


def test_a_revision_with_nothing_to_read_or_an_unknown_threat_changes_nothing(scene: Scene) -> None:
    cora, campaign = scene.actor("coordinator"), open_campaign(scene)
    for field, change in (
        ("name", {"name": " "}),
        ("summary", {"summary": ""}),
        ("name", {"name": "x" * 161}),
        ("threats", {"threat_ids": (uuid4(),)}),
        ("services", {"service_ids": (uuid4(),)}),
    ):
        given: dict[str, object] = {"name": "Other", "summary": "Other", **change}
        with pytest.raises(Invalid) as refused:
            perform(cora, ReviseCampaign(campaign_id=campaign.pk, **given))  # type: ignore[arg-type]
        assert field in refused.value.fields
    assert Campaign.objects.get(pk=campaign.pk).name == "Keep the day centre"


def test_a_closed_campaign_goes_on_and_one_that_goes_on_cannot_be_reopened(scene: Scene) -> None:
    cora, campaign = scene.actor("coordinator"), closed_campaign(scene)
    reopened = perform(cora, ReopenCampaign(campaign_id=campaign.pk))
    assert (reopened.stage, reopened.closed_on, reopened.closed_why) == (Campaign.Stage.OPEN, None, "")
    assert announced("CampaignOpened") == 2
    assert "Parks for all" in last_sentence(ReopenCampaign)
    with pytest.raises(Conflict, match="is not closed"):
        perform(cora, ReopenCampaign(campaign_id=campaign.pk))


def test_an_unintended_result_is_told_with_its_source_or_kept_among_members(scene: Scene) -> None:
    cora, campaign = scene.actor("coordinator"), open_campaign(scene)
    given = {"campaign_id": campaign.pk, "on": clock.today(), "action_id": action(scene).pk}
    told = RecordUnintendedResult(**given, text="New members joined", source="Branch report")  # type: ignore[arg-type]
    assert perform(cora, told).kind == Result.Kind.UNINTENDED
    perform(cora, RecordUnintendedResult(**given, text="Two groups fell out", is_internal=True))  # type: ignore[arg-type]
    shown = campaign_shown(scene.actor("visitor"), campaign)
    assert [fact.text for fact in shown.unintended] == ["New members joined"]
    with pytest.raises(Invalid) as unsourced:
        perform(cora, RecordUnintendedResult(**given, text="Hearsay"))  # type: ignore[arg-type]
    assert "source" in unsourced.value.fields


def test_a_result_cannot_point_to_another_campaigns_action(scene: Scene) -> None:
    command = RecordUnintendedResult(
        campaign_id=closed_campaign(scene).pk,
        on=clock.today(),
        text="More members",
        source="Report",
        action_id=action(scene).pk,
    )
    with pytest.raises(Invalid, match="not one of this campaign"):
        perform(scene.actor("coordinator"), command)


def test_a_result_is_taken_away_and_put_back(scene: Scene) -> None:
    cora, row = scene.actor("coordinator"), gain(scene)
    perform(cora, WithdrawResult(result_id=row.pk))
    assert campaign_shown(cora, open_campaign(scene)).gains == []
    assert Result.objects.get(pk=row.pk).text == row.text
    perform(cora, RestoreResult(result_id=row.pk))
    assert [fact.text for fact in campaign_shown(cora, open_campaign(scene)).gains] == ["A longer consultation"]


def test_an_action_that_was_taken_away_is_put_back_without_the_reason(scene: Scene) -> None:
    cora, row = scene.actor("coordinator"), action(scene)
    with pytest.raises(Invalid, match="Fill this in"):
        perform(cora, WithdrawAction(action_id=row.pk, why=""))
    perform(cora, WithdrawAction(action_id=row.pk, why="Recorded twice"))
    assert withdrawn_actions(open_campaign(scene)) == [row]
    restored = perform(cora, RestoreAction(action_id=row.pk))
    assert (restored.withdrawn_on, restored.withdrawn_why) == (None, "")
    assert list(campaign_shown(cora, open_campaign(scene)).actions) == [row]
