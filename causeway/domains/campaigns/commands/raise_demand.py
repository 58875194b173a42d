"""Raise a demand in a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Max

from causeway.domains.campaigns.models import (
    Campaign,
    Demand,
)
from causeway.domains.campaigns.policies import (
    may_raise_demand,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import a_day, some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class RaiseDemand(Command[Demand]):
    """Add a demand at the end of the list; with a day and a way where it was adopted already."""

    campaign_id: UUID
    text: str
    adopted_on: date | None = None
    adopted_how: str = ""


@performs(
    RaiseDemand,
    policy=may_raise_demand,
    says="raised a demand in the campaign “{campaign}”: {demand}",
    finds=locked(Campaign, "campaign_id"),
)
def raise_demand(_actor: Actor, command: RaiseDemand, campaign: Campaign) -> Done[Demand]:
    last = campaign.demands.aggregate(last=Max("place"))["last"] or 0
    adopted_on = a_day(command.adopted_on, "adopted_on", not_future=True) if command.adopted_on else None
    demand = Demand.objects.create(
        campaign=campaign,
        place=last + 1,
        text=some_text(command.text, "text", longest=400),
        adopted_on=adopted_on,
        adopted_how=some_text(command.adopted_how, "adopted_how", longest=200, needed=adopted_on is not None),
    )
    return in_trail(campaign, demand, about=demand.pk, demand=demand.text)
