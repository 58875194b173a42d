"""Record the outcome of a campaign, or revise it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from causeway.domains.campaigns.events import (
    OutcomeRecorded,
)
from causeway.domains.campaigns.models import (
    Campaign,
    Outcome,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import a_choice, a_day, https_link, some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class RecordOutcome(Command[Outcome]):
    """How the campaign stands since a day, with the source. A later day revises it: won, then reneged on."""

    campaign_id: UUID
    verdict: str
    on: date
    text: str
    source: str
    source_url: str = ""


@performs(
    RecordOutcome,
    policy=may_run_campaign,
    says="recorded the outcome of the campaign “{campaign}”: {verdict}",
    finds=locked(Campaign, "campaign_id"),
)
def record_outcome(_actor: Actor, command: RecordOutcome, campaign: Campaign) -> Done[Outcome]:
    outcome = Outcome.objects.create(
        campaign=campaign,
        verdict=a_choice(command.verdict, "verdict", Campaign.Verdict),
        on=a_day(command.on, "on", not_future=True),
        text=some_text(command.text, "text", longest=2000),
        source=some_text(command.source, "source", longest=300),
        source_url=https_link(command.source_url, "source_url"),
    )
    latest = campaign.outcomes.first() or outcome
    campaign.outcome = latest.verdict
    campaign.save(update_fields=["outcome"])
    return in_trail(
        campaign,
        outcome,
        events=[OutcomeRecorded(campaign_id=campaign.pk, outcome_id=outcome.pk)],
        verdict=str(Campaign.Verdict(outcome.verdict).label),
    )
