"""Open a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.text import slugify

from causeway.domains.alliances.models import Alliance
from causeway.domains.campaigns.events import CampaignOpened
from causeway.domains.campaigns.models import Campaign
from causeway.domains.campaigns.policies import may_open_campaign
from causeway.domains.campaigns.wording import a_day, services_and_threats, some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.slugs import free_slug

RESERVED = frozenset({"new", "events", "shifts", "rotas", "ladder", "calendar"})  # addresses beside the campaigns'


@dataclass(frozen=True, kw_only=True)
class OpenCampaign(Command[Campaign]):
    """Open a campaign of an alliance for services and threats.

    It is being prepared, and only those who take part see it, until it is published; ``publish`` does so at once.
    ``opened_on`` is for campaigns that began before they were written down here.
    """

    alliance_id: UUID
    name: str
    summary: str = ""
    why: str = ""
    service_ids: tuple[UUID, ...] = ()
    threat_ids: tuple[UUID, ...] = ()
    publish: bool = False
    opened_on: date | None = None


@performs(
    OpenCampaign,
    policy=may_open_campaign,
    says="opened the campaign “{campaign}”",
    finds=found(Alliance, "alliance_id"),
)
def open_campaign(actor: Actor, command: OpenCampaign, alliance: Alliance) -> Done[Campaign]:
    name = some_text(command.name, "name", longest=160)
    services, threats = services_and_threats(actor, command.service_ids, command.threat_ids)
    opened_on = a_day(command.opened_on or clock.today(), "opened_on", not_future=True) if command.publish else None
    campaign = Campaign.objects.create(
        alliance=alliance,
        name=name,
        slug=free_slug(Campaign, f"{name} campaign" if slugify(name) in RESERVED else name),
        summary=some_text(command.summary, "summary", longest=2000, needed=command.publish),
        why=some_text(command.why, "why", longest=10_000, needed=False),
        stage=Campaign.Stage.OPEN if command.publish else Campaign.Stage.DRAFT,
        opened_on=opened_on,
    )
    campaign.services.set(services)
    campaign.threats.set(threats)
    events = [CampaignOpened(campaign_id=campaign.pk, alliance_id=alliance.pk)] if command.publish else []
    return Done(campaign, events=events, scope=alliance.pk, about=campaign.pk, named={"campaign": name})
