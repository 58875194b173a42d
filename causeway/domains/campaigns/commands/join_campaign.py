"""Join a campaign on behalf of an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Affiliation, Organisation
from causeway.domains.campaigns.events import OrganisationAskedToJoin, OrganisationJoinedCampaign
from causeway.domains.campaigns.models import (
    Campaign,
    Participation,
)
from causeway.domains.campaigns.policies import (
    OnBehalf,
    may_speak_in_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import a_day, some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class JoinCampaign(Command[Participation]):
    """Bring an organisation into a campaign, with what it brings.

    One that is affiliated to the campaign's alliance, or was invited, is in at once; another one asks, and
    whoever runs the campaign answers. ``is_named`` says whether the public page names it.
    """

    campaign_id: UUID
    organisation_id: UUID
    brings: str = ""
    is_named: bool = True
    since: date | None = None


def find_both(command: JoinCampaign) -> OnBehalf:
    """The campaign and the organisation, the campaign locked."""
    campaign = Campaign.objects.select_for_update(no_key=True).filter(pk=command.campaign_id).first()
    organisation = Organisation.objects.filter(pk=command.organisation_id).first()
    if campaign is None or organisation is None:
        raise Missing
    return OnBehalf(campaign, organisation)


@performs(
    JoinCampaign,
    policy=may_speak_in_campaign,
    says="brought “{organisation}” to the campaign “{campaign}”",
    finds=find_both,
)
def join_campaign(_actor: Actor, command: JoinCampaign, subject: OnBehalf) -> Done[Participation]:
    campaign, organisation = subject.campaign, subject.organisation
    if campaign.stage == Campaign.Stage.CLOSED:
        raise Conflict(_("This campaign is closed, so nobody can join it."))
    participation = campaign.participations.filter(organisation=organisation).first()
    if participation is None:
        participation = Participation(campaign=campaign, organisation=organisation)
    if participation.state == Participation.State.IN:
        raise Conflict(_("Your organisation takes part already."))
    lets_in = participation.state == Participation.State.INVITED or _is_affiliated(subject)
    participation.state = Participation.State.IN if lets_in else Participation.State.ASKED
    participation.brings = some_text(command.brings, "brings", longest=2000, needed=False)
    participation.is_named = command.is_named
    participation.since = a_day(command.since or clock.today(), "since", not_future=True) if lets_in else None
    participation.until, participation.left_because = None, ""
    participation.save()
    announced = OrganisationJoinedCampaign if lets_in else OrganisationAskedToJoin
    return in_trail(
        campaign,
        participation,
        about=organisation.pk,
        events=[announced(campaign_id=campaign.pk, organisation_id=organisation.pk)],
        organisation=organisation.name,
    )


def _is_affiliated(subject: OnBehalf) -> bool:
    return Affiliation.objects.filter(
        alliance_id=subject.campaign.alliance_id, organisation=subject.organisation, until=None
    ).exists()
