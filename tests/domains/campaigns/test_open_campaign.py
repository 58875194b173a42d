"""Opening a campaign, and who sees it when."""

from __future__ import annotations

import pytest

from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
from causeway.domains.campaigns.queries import visible_campaigns
from causeway.domains.campaigns.standing import runs, taken_part_in, takes_part
from causeway.kernel.errors import Invalid
from causeway.kernel.perform import perform
from tests.domains.campaigns.scene import draft_campaign, open_campaign
from tests.scenes import CAST, Scene


def test_a_campaign_being_prepared_is_seen_only_by_who_takes_part(scene: Scene) -> None:
    campaign = draft_campaign(scene)
    seen_by = {name for name in CAST if visible_campaigns(scene.actor(name)).filter(pk=campaign.pk).exists()}
    assert seen_by == {"coordinator", "rep", "user", "user_officer", "handler_one", "handler_two"}


def test_an_open_campaign_is_seen_by_everybody(scene: Scene) -> None:
    campaign = open_campaign(scene)
    assert all(visible_campaigns(scene.actor(name)).filter(pk=campaign.pk).exists() for name in CAST)


def test_the_list_and_the_check_of_taking_part_agree(scene: Scene) -> None:
    campaign = open_campaign(scene)
    for name in CAST:
        listed = taken_part_in(scene.actor(name)).filter(pk=campaign.pk).exists()
        assert listed is takes_part(scene.actor(name), campaign), name
    assert [name for name in CAST if runs(scene.actor(name), campaign)] == ["coordinator"]


def test_a_campaign_needs_a_name_and_a_published_one_a_summary(scene: Scene) -> None:
    with pytest.raises(Invalid) as nameless:
        perform(scene.actor("coordinator"), OpenCampaign(alliance_id=scene.westbury.pk, name="  "))
    assert "name" in nameless.value.fields
    with pytest.raises(Invalid) as silent:
        perform(scene.actor("coordinator"), OpenCampaign(alliance_id=scene.westbury.pk, name="Parks", publish=True))
    assert "summary" in silent.value.fields
