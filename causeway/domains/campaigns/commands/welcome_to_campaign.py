"""Welcome an organisation that has asked to join a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.events import OrganisationJoinedCampaign, RequestToJoinAnswered
from causeway.domains.campaigns.models import (
    Participation,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WelcomeToCampaign(Command[Participation]):
    """Say yes to an organisation that asked."""

    participation_id: UUID


@performs(
    WelcomeToCampaign,
    policy=may_run_campaign,
    says="welcomed “{organisation}” to the campaign “{campaign}”",
    finds=locked(Participation, "participation_id"),
)
def welcome_to_campaign(
    _actor: Actor, _command: WelcomeToCampaign, participation: Participation
) -> Done[Participation]:
    if participation.state != Participation.State.ASKED:
        raise Conflict(_("This organisation is not waiting for an answer."))
    participation.state, participation.since = Participation.State.IN, clock.today()
    participation.save(update_fields=["state", "since"])
    campaign, organisation = participation.campaign, participation.organisation
    return in_trail(
        campaign,
        participation,
        about=organisation.pk,
        events=[
            OrganisationJoinedCampaign(campaign_id=campaign.pk, organisation_id=organisation.pk),
            RequestToJoinAnswered(campaign_id=campaign.pk, organisation_id=organisation.pk),
        ],
        organisation=organisation.name,
    )
