"""Withdraw a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.models import Proposal
from causeway.domains.budgets.policies import may_keep_proposal
from causeway.domains.budgets.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WithdrawProposal(Command[Proposal]):
    """Take a proposal back. It stays to be read, and counts no more."""

    proposal_id: UUID


@performs(
    WithdrawProposal,
    policy=may_keep_proposal,
    says="withdrew the proposal “{proposal}” from “{budget}”",
    finds=in_budget(Proposal, "proposal_id"),
)
def withdraw_proposal(_actor: Actor, _command: WithdrawProposal, proposal: Proposal) -> Done[Proposal]:
    if proposal.state is not Proposal.State.OPEN:
        raise Conflict(_("This proposal was adopted, merged or withdrawn already."))
    proposal.withdrawn_on = clock.today()
    proposal.save(update_fields=["withdrawn_on"])
    return in_trail(proposal.budget, proposal, about=proposal.pk, proposal=proposal.title)
