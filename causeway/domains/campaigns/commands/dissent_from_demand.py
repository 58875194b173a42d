"""Dissent from a demand on behalf of an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.campaigns.models import (
    Demand,
    Dissent,
    Participation,
)
from causeway.domains.campaigns.policies import (
    OnBehalf,
    may_speak_in_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class DissentFromDemand(Command[Dissent]):
    """Stay in the campaign and say in public why the organisation does not share one demand."""

    demand_id: UUID
    organisation_id: UUID
    reason: str


def find_place(command: DissentFromDemand) -> OnBehalf:
    """The demand's campaign and the organisation."""
    demand = Demand.objects.select_related("campaign").filter(pk=command.demand_id).first()
    organisation = Organisation.objects.filter(pk=command.organisation_id).first()
    if demand is None or organisation is None:
        raise Missing
    return OnBehalf(demand.campaign, organisation)


@performs(
    DissentFromDemand,
    policy=may_speak_in_campaign,
    says="published the dissent of “{organisation}” from a demand of the campaign “{campaign}”",
    finds=find_place,
)
def dissent_from_demand(_actor: Actor, command: DissentFromDemand, subject: OnBehalf) -> Done[Dissent]:
    campaign, organisation = subject.campaign, subject.organisation
    if not campaign.participations.filter(organisation=organisation, state=Participation.State.IN).exists():
        raise Conflict(_("Your organisation does not take part in this campaign now."))
    dissent, _made = Dissent.objects.update_or_create(
        demand_id=command.demand_id,
        organisation=organisation,
        defaults={"reason": some_text(command.reason, "reason", longest=500)},
        create_defaults={
            "reason": some_text(command.reason, "reason", longest=500),
            "since": clock.today(),
        },
    )
    return in_trail(campaign, dissent, about=command.demand_id, organisation=organisation.name)
