"""Record what became of a demand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from causeway.domains.campaigns.models import (
    Demand,
    DemandAnswer,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import a_choice, a_day, https_link, some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class SettleDemand(Command[DemandAnswer]):
    """Met, partly met, refused, withdrawn, or open again: with the day and the source. Earlier answers stay."""

    demand_id: UUID
    state: str
    on: date
    source: str
    source_url: str = ""


@performs(
    SettleDemand,
    policy=may_run_campaign,
    says="recorded what became of a demand of the campaign “{campaign}”: {demand} ({state})",
    finds=locked(Demand, "demand_id"),
)
def settle_demand(_actor: Actor, command: SettleDemand, demand: Demand) -> Done[DemandAnswer]:
    answer = DemandAnswer.objects.create(
        demand=demand,
        state=a_choice(command.state, "state", Demand.State),
        on=a_day(command.on, "on", not_future=True),
        source=some_text(command.source, "source", longest=300),
        source_url=https_link(command.source_url, "source_url"),
    )
    latest = demand.answers.first() or answer
    demand.state = latest.state
    demand.save(update_fields=["state"])
    state = str(Demand.State(answer.state).label)
    return in_trail(demand.campaign, answer, about=demand.pk, demand=demand.text, state=state)
