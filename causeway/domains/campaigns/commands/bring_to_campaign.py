"""Say what an organisation brings to a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.models import (
    Participation,
)
from causeway.domains.campaigns.policies import (
    may_speak_in_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class BringToCampaign(Command[Participation]):
    """Change what the organisation brings, and whether the public page names it."""

    participation_id: UUID
    brings: str
    is_named: bool = True


@performs(
    BringToCampaign,
    policy=may_speak_in_campaign,
    says="said what “{organisation}” brings to the campaign “{campaign}”",
    finds=locked(Participation, "participation_id"),
)
def bring_to_campaign(_actor: Actor, command: BringToCampaign, participation: Participation) -> Done[Participation]:
    if participation.state != Participation.State.IN:
        raise Conflict(_("Your organisation does not take part now. Join first."))
    participation.brings = some_text(command.brings, "brings", longest=2000, needed=False)
    participation.is_named = command.is_named
    participation.save(update_fields=["brings", "is_named"])
    organisation = participation.organisation
    return in_trail(participation.campaign, participation, about=organisation.pk, organisation=organisation.name)
