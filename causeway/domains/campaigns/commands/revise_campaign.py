"""Revise what a campaign says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.models import (
    Campaign,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import services_and_threats, some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class ReviseCampaign(Command[Campaign]):
    """Change the name, the summary, the reasons, the strategy, and which services and threats it is about.

    Its address stays, so that printed links keep working.
    """

    campaign_id: UUID
    name: str
    summary: str
    why: str = ""
    strategy: str = ""
    service_ids: tuple[UUID, ...] = ()
    threat_ids: tuple[UUID, ...] = ()


@performs(
    ReviseCampaign,
    policy=may_run_campaign,
    says="revised the description of the campaign “{campaign}”",
    finds=locked(Campaign, "campaign_id"),
)
def revise_campaign(actor: Actor, command: ReviseCampaign, campaign: Campaign) -> Done[Campaign]:
    published = campaign.stage != Campaign.Stage.DRAFT
    campaign.name = some_text(command.name, "name", longest=160)
    campaign.summary = some_text(command.summary, "summary", longest=2000, needed=published)
    campaign.why = some_text(command.why, "why", longest=10_000, needed=False)
    campaign.strategy = some_text(command.strategy, "strategy", longest=10_000, needed=False)
    services, threats = services_and_threats(actor, command.service_ids, command.threat_ids)
    campaign.save(update_fields=["name", "summary", "why", "strategy"])
    campaign.services.set(services)
    campaign.threats.set(threats)
    return in_trail(campaign, campaign)
