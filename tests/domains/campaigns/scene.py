"""This room's part of the scene: campaigns of the Westbury alliance, made with the real commands."""

from __future__ import annotations

from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
from causeway.domains.campaigns.models import Campaign
from causeway.kernel.perform import perform
from tests.scenes import Scene


def open_campaign(scene: Scene) -> Campaign:
    """“Keep the day centre”, which everybody sees."""
    command = OpenCampaign(
        alliance_id=scene.westbury.pk,
        name="Keep the day centre",
        summary="The council plans to close the day centre. We want it kept open, and run with its users.",
        publish=True,
    )
    campaign: Campaign = scene.once("campaign", lambda: perform(scene.actor("coordinator"), command))
    return campaign


def draft_campaign(scene: Scene) -> Campaign:
    """“Buses after six”, which is being prepared."""
    command = OpenCampaign(alliance_id=scene.westbury.pk, name="Buses after six", summary="The evening buses are cut.")
    campaign: Campaign = scene.once("draft campaign", lambda: perform(scene.actor("coordinator"), command))
    return campaign
