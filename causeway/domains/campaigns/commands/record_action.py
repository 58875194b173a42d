"""Record an action that a campaign has taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from causeway.domains.campaigns.models import (
    Action,
    Campaign,
)
from causeway.domains.campaigns.policies import (
    may_record_action,
)
from causeway.domains.campaigns.recording import action_fields, hosts_of
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class RecordAction(Command[Action]):
    """What was done, when and where, by whom, how many came and how they were counted, and what it gained."""

    campaign_id: UUID
    kind: str
    title: str
    starts_on: date
    ends_on: date | None = None
    about: str = ""
    host_ids: tuple[UUID, ...] = ()
    place: str = ""
    latitude: float | None = None
    longitude: float | None = None
    turnout: int | None = None
    turnout_how: str = ""
    gained: str = ""
    links: tuple[str, ...] = ()


@performs(
    RecordAction,
    policy=may_record_action,
    says="recorded an action of the campaign “{campaign}”: {action}",
    finds=found(Campaign, "campaign_id"),
)
def record_action(_actor: Actor, command: RecordAction, campaign: Campaign) -> Done[Action]:
    hosts = hosts_of(command.host_ids)
    action = Action.objects.create(campaign=campaign, **action_fields(command))
    action.hosts.set(hosts)
    return in_trail(campaign, action, about=action.pk, action=action.title)
