"""Change a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.commands.proposal_fields import ProposalFields, checked, checked_needs
from causeway.domains.budgets.models import Proposal
from causeway.domains.budgets.policies import may_keep_proposal
from causeway.domains.budgets.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class ReviseProposal(ProposalFields, Command[Proposal]):
    """Say a proposal anew. Once a costing is agreed, its cost stays what was agreed."""

    proposal_id: UUID


@performs(
    ReviseProposal,
    policy=may_keep_proposal,
    says="changed the proposal “{proposal}” in “{budget}”",
    finds=in_budget(Proposal, "proposal_id"),
)
def revise_proposal(_actor: Actor, command: ReviseProposal, proposal: Proposal) -> Done[Proposal]:
    if proposal.state is not Proposal.State.OPEN:
        raise Conflict(_("This proposal was adopted, merged or withdrawn. It cannot be changed."))
    fields = checked(proposal.budget, command)
    agreed = proposal.costings.filter(agreed_on__isnull=False).exists()
    if agreed and fields["account"] != proposal.account:
        raise Invalid(account=_("Its cost is agreed. Withdraw it and make another, or merge it."))
    for name, value in fields.items():
        setattr(proposal, name, value)
    if not agreed:
        proposal.cost_pounds = proposal.estimate_pounds
    proposal.save()
    proposal.needs.set(checked_needs(proposal.budget, command.need_ids))
    return in_trail(proposal.budget, proposal, about=proposal.pk, proposal=proposal.title)
