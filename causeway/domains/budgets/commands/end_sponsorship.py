"""End a sponsorship."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.models import Proposal, Sponsor
from causeway.domains.budgets.policies import may_end_sponsorship
from causeway.domains.budgets.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class EndSponsorship(Command[Proposal]):
    """Stand behind a proposal no longer. Nothing of it is kept."""

    sponsor_id: UUID


@performs(
    EndSponsorship,
    policy=may_end_sponsorship,
    says="ended a sponsorship of “{proposal}” in “{budget}”",
    finds=in_budget(Sponsor, "sponsor_id", through="proposal"),
)
def end_sponsorship(_actor: Actor, _command: EndSponsorship, sponsor: Sponsor) -> Done[Proposal]:
    proposal = sponsor.proposal
    sponsor.delete()
    return in_trail(proposal.budget, proposal, about=proposal.pk, proposal=proposal.title)
