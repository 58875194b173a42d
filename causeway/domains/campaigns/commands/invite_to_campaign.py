"""Invite an organisation to a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.campaigns.events import (
    OrganisationInvited,
)
from causeway.domains.campaigns.models import (
    Campaign,
    Participation,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class InviteToCampaign(Command[Participation]):
    """Ask an organisation to take part; one of its officers answers."""

    campaign_id: UUID
    organisation_id: UUID


@performs(
    InviteToCampaign,
    policy=may_run_campaign,
    says="invited “{organisation}” to the campaign “{campaign}”",
    finds=locked(Campaign, "campaign_id"),
)
def invite_to_campaign(_actor: Actor, command: InviteToCampaign, campaign: Campaign) -> Done[Participation]:
    organisation = Organisation.objects.filter(pk=command.organisation_id).first()
    if organisation is None:
        raise Invalid(organisation=_("There is no such organisation. Choose one from the list."))
    if campaign.stage == Campaign.Stage.CLOSED:
        raise Conflict(_("This campaign is closed. Open it again before you invite anybody."))
    participation = campaign.participations.filter(organisation=organisation).first()
    if participation is None:
        participation = Participation(campaign=campaign, organisation=organisation)
    elif participation.state in {Participation.State.IN, Participation.State.INVITED, Participation.State.ASKED}:
        raise Conflict(_("This organisation takes part, or has been asked to, already."))
    participation.state = Participation.State.INVITED
    participation.save()
    return in_trail(
        campaign,
        participation,
        about=organisation.pk,
        events=[OrganisationInvited(campaign_id=campaign.pk, organisation_id=organisation.pk)],
        organisation=organisation.name,
    )
