"""Who may do what with the ladder of engagement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.alliances.standing import coordinates, is_officer_of
from causeway.domains.campaigns.models import Ask, Campaign
from causeway.domains.campaigns.policies import may_run_campaign
from causeway.domains.campaigns.standing import runs
from causeway.kernel.actors import Actor
from causeway.kernel.policies import HIDDEN, YES, Verdict, no, policy


@dataclass(frozen=True)
class Asking:
    """A campaign, and the organisation or alliance in whose name somebody asks."""

    campaign: Campaign
    controller_id: UUID


@policy("Whoever runs the campaign asks for the next step, in the name of a body that they speak for.")
def may_ask_for_next_step(actor: Actor, asking: Asking) -> Verdict:
    verdict = may_run_campaign(actor, asking.campaign)
    if not verdict:
        return verdict
    if coordinates(actor, asking.controller_id) or is_officer_of(actor, asking.controller_id):
        return YES
    return no("People said yes to one organisation. Only somebody who speaks for it can ask them.")


@policy("Whoever runs the campaign sees how an ask went, in numbers.")
def may_see_ask(actor: Actor, ask: Any) -> Verdict:
    return YES if isinstance(ask, Ask) and runs(actor, ask.campaign) else HIDDEN
