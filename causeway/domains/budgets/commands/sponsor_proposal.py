"""Sponsor a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.budgets.commands.sponsoring import add_sponsor
from causeway.domains.budgets.models import Proposal, Sponsor
from causeway.domains.budgets.policies import may_sponsor
from causeway.domains.budgets.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class SponsorProposal(Command[Sponsor]):
    """Stand behind a proposal under the name that one gives; who sees the budget sees it."""

    proposal_id: UUID
    name: str


@performs(
    SponsorProposal,
    policy=may_sponsor,
    says="sponsored “{proposal}” in “{budget}”",
    finds=found(Proposal, "proposal_id", "budget"),
)
def sponsor_proposal(actor: Actor, command: SponsorProposal, proposal: Proposal) -> Done[Sponsor]:
    name = some_text(command.name, "name", longest=100)
    sponsor = add_sponsor(proposal, name=name, person_id=signed_in(actor))
    return in_trail(proposal.budget, sponsor, about=proposal.pk, proposal=proposal.title)
