"""Record a result that nobody intended."""

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
class RecordUnintendedResult(Command[Result]):
    """Good or bad, what came of it beside the aim; ``is_internal`` keeps it on the members' page."""

    campaign_id: UUID
    on: date
    text: str
    source: str = ""
    source_url: str = ""
    demand_id: UUID | None = None
    action_id: UUID | None = None
    is_internal: bool = False


@performs(
    RecordUnintendedResult,
    policy=may_run_campaign,
    says="recorded an unintended result of the campaign “{campaign}”",
    finds=found(Campaign, "campaign_id"),
)
def record_unintended_result(_actor: Actor, command: RecordUnintendedResult, campaign: Campaign) -> Done[Result]:
    result = Result.objects.create(
        kind=Result.Kind.UNINTENDED, **result_fields(campaign, command, is_internal=command.is_internal)
    )
    return in_trail(campaign, result, about=result.pk)
