"""Reword a demand."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.models import (
    Demand,
    DemandWording,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class RewordDemand(Command[Demand]):
    """Give a demand a new wording; the old one stays to be read, with the reason."""

    demand_id: UUID
    text: str
    why: str


@performs(
    RewordDemand,
    policy=may_run_campaign,
    says="reworded a demand of the campaign “{campaign}”: {demand}",
    finds=locked(Demand, "demand_id"),
)
def reword_demand(_actor: Actor, command: RewordDemand, demand: Demand) -> Done[Demand]:
    text = some_text(command.text, "text", longest=400)
    if text == demand.text:
        raise Invalid(text=_("This is the wording that stands already."))
    why = some_text(command.why, "why", longest=300)
    DemandWording.objects.create(demand=demand, text=demand.text, until=clock.today(), why_changed=why)
    demand.text = text
    demand.save(update_fields=["text"])
    return in_trail(demand.campaign, demand, about=demand.pk, demand=text)
