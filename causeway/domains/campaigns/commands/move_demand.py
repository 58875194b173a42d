"""Move a demand up or down in the list."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.models import (
    Campaign,
    Demand,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class MoveDemand(Command[Demand]):
    """Change places with the demand before (``up``) or after. At the end of the list nothing moves."""

    demand_id: UUID
    up: bool


def find_with_campaign(command: MoveDemand) -> Demand:
    """The demand, with its campaign locked first: so two moves in one list wait for each other. Raises Missing."""
    demand = Demand.objects.filter(pk=command.demand_id).first()
    if demand is None:
        raise Missing
    demand.campaign = Campaign.objects.select_for_update(no_key=True).get(pk=demand.campaign_id)
    return demand


@performs(
    MoveDemand,
    policy=may_run_campaign,
    says="put the demands of the campaign “{campaign}” in another order",
    finds=find_with_campaign,
)
def move_demand(_actor: Actor, command: MoveDemand, demand: Demand) -> Done[Demand]:
    campaign = demand.campaign
    listed = list(campaign.demands.order_by("place", "pk"))
    here = next(place for place, row in enumerate(listed) if row.pk == demand.pk)
    there = here - 1 if command.up else here + 1
    if 0 <= there < len(listed):
        listed[here], listed[there] = listed[there], listed[here]
    for place, row in enumerate(listed, start=1):
        row.place = place
    Demand.objects.bulk_update(listed, ["place"])
    return in_trail(campaign, demand, about=demand.pk)
