"""Decline an invitation to a campaign, or a request to join it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.events import RequestToJoinAnswered
from causeway.domains.campaigns.models import (
    Participation,
)
from causeway.domains.campaigns.policies import (
    may_decline_participation,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class DeclineParticipation(Command[Participation]):
    """Say no, to an invitation or to a request. Both may be made again."""

    participation_id: UUID


@performs(
    DeclineParticipation,
    policy=may_decline_participation,
    says="declined that “{organisation}” takes part in the campaign “{campaign}”",
    finds=locked(Participation, "participation_id"),
)
def decline_participation(
    _actor: Actor, _command: DeclineParticipation, participation: Participation
) -> Done[Participation]:
    if participation.state not in {Participation.State.INVITED, Participation.State.ASKED}:
        raise Conflict(_("There is no invitation or request that waits for an answer."))
    had_asked = participation.state == Participation.State.ASKED
    participation.state = Participation.State.DECLINED
    participation.save(update_fields=["state"])
    campaign, organisation = participation.campaign, participation.organisation
    answered = RequestToJoinAnswered(campaign_id=campaign.pk, organisation_id=organisation.pk)
    return in_trail(
        campaign,
        participation,
        about=organisation.pk,
        events=[answered] if had_asked else [],
        organisation=organisation.name,
    )
