"""Record what a campaign has gained."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from causeway.domains.campaigns.models import (
    Campaign,
    Result,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.resulting import result_fields
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class RecordGain(Command[Result]):
    """A gain, with its day and source, and the demand or action that it belongs to."""

    campaign_id: UUID
    on: date
    text: str
    source: str = ""
    source_url: str = ""
    demand_id: UUID | None = None
    action_id: UUID | None = None


@performs(
    RecordGain,
    policy=may_run_campaign,
    says="recorded a gain of the campaign “{campaign}”",
    finds=found(Campaign, "campaign_id"),
)
def record_gain(_actor: Actor, command: RecordGain, campaign: Campaign) -> Done[Result]:
    result = Result.objects.create(kind=Result.Kind.GAIN, **result_fields(campaign, command))
    return in_trail(campaign, result, about=result.pk)
