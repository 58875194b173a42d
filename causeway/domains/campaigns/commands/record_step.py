"""Record a step on the ladder of engagement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.event_policies import is_the_system
from causeway.domains.campaigns.ladder_standing import index_on_ladder
from causeway.domains.campaigns.models import Campaign, Rung, Step
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class RecordStep(Command[Step]):
    """Record that the person behind an address reached a rung. The address itself is not kept; twice is once.

    Rooms above call it from their handlers, as ``System``: for instance petitions, when a signature is confirmed.
    """

    campaign_id: UUID
    email: str
    rung: str
    on: date | None = None


@performs(
    RecordStep,
    policy=is_the_system,
    says="noted a step on the ladder of “{campaign}”",
    finds=found(Campaign, "campaign_id"),
)
def record_step(_actor: Actor, command: RecordStep, campaign: Campaign) -> Done[Step]:
    if command.rung not in Rung.values or not command.email.strip():
        raise Invalid(rung=_("A step needs a rung and somebody who takes it."))
    step, _made = Step.objects.get_or_create(
        campaign=campaign,
        person_index=index_on_ladder(command.email, campaign.pk),
        rung=command.rung,
        defaults={"on": command.on or clock.today()},
    )
    # no scope: thousands of these would drown what people did in the alliance’s trail
    return Done(step, about=campaign.pk, named={"campaign": campaign.name})
