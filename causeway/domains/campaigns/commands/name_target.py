"""Name a target of a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.models import (
    Campaign,
    Target,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.public_life import by_office
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.domains.services.models import PublicBody
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class NameTarget(Command[Target]):
    """Name a body from the register, an office-holder by office, or both, and what they can decide."""

    campaign_id: UUID
    office: str = ""
    body_id: UUID | None = None
    can_decide: str = ""


@performs(
    NameTarget,
    policy=may_run_campaign,
    says="named a target of the campaign “{campaign}”: {target}",
    finds=found(Campaign, "campaign_id"),
)
def name_target(_actor: Actor, command: NameTarget, campaign: Campaign) -> Done[Target]:
    target = Target.objects.create(campaign=campaign, **target_fields(command))
    return in_trail(campaign, target, target=str(target))


def target_fields(command: Any) -> dict[str, Any]:
    """The checked fields of a target, from a command that names or corrects one. Raises Invalid."""
    office = by_office(some_text(command.office, "office", longest=160, needed=False), "office")
    body = PublicBody.objects.filter(pk=command.body_id).first() if command.body_id else None
    if command.body_id and body is None:
        raise Invalid(body=_("This body is not in the register any more. Choose again."))
    if not office and body is None:
        raise Invalid(office=_("Give an office, for example “Leader of the council”, or choose a body."))
    can_decide = by_office(some_text(command.can_decide, "can_decide", longest=300, needed=False), "can_decide")
    return {"office": office, "body": body, "can_decide": can_decide}
