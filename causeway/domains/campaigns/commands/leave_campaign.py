"""Leave a campaign on behalf of an organisation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.models import (
    Dissent,
    Participation,
)
from causeway.domains.campaigns.policies import (
    may_speak_in_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class LeaveCampaign(Command[Participation]):
    """Take an organisation out of a campaign, with its reason; its dissents from demands end. It may join again."""

    participation_id: UUID
    reason: str


@performs(
    LeaveCampaign,
    policy=may_speak_in_campaign,
    says="took “{organisation}” out of the campaign “{campaign}”",
    finds=locked(Participation, "participation_id"),
)
def leave_campaign(_actor: Actor, command: LeaveCampaign, participation: Participation) -> Done[Participation]:
    if participation.state != Participation.State.IN:
        raise Conflict(_("Your organisation does not take part now."))
    participation.left_because = some_text(command.reason, "reason", longest=300)
    participation.state, participation.until = Participation.State.LEFT, clock.today()
    participation.save(update_fields=["left_because", "state", "until"])
    organisation = participation.organisation
    Dissent.objects.filter(demand__campaign=participation.campaign, organisation=organisation).delete()
    return in_trail(participation.campaign, participation, about=organisation.pk, organisation=organisation.name)
