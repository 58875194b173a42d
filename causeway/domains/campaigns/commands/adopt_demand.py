"""Record that a demand was adopted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from causeway.domains.campaigns.models import (
    Demand,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import a_day, some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class AdoptDemand(Command[Demand]):
    """Record when and how those in the campaign adopted a demand, for example by a vote at a meeting."""

    demand_id: UUID
    on: date
    how: str


@performs(
    AdoptDemand,
    policy=may_run_campaign,
    says="recorded that a demand of the campaign “{campaign}” was adopted: {demand}",
    finds=locked(Demand, "demand_id"),
)
def adopt_demand(_actor: Actor, command: AdoptDemand, demand: Demand) -> Done[Demand]:
    demand.adopted_on = a_day(command.on, "on", not_future=True)
    demand.adopted_how = some_text(command.how, "how", longest=200)
    demand.save(update_fields=["adopted_on", "adopted_how"])
    return in_trail(demand.campaign, demand, about=demand.pk, demand=demand.text)
