"""Make a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from causeway.domains.budgets.commands.proposal_fields import ProposalFields, checked, checked_needs
from causeway.domains.budgets.models import Budget, Proposal
from causeway.domains.budgets.policies import may_add_to_budget
from causeway.domains.budgets.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid

MOST_PROPOSALS = 1_000


@dataclass(frozen=True, kw_only=True)
class MakeProposal(ProposalFields, Command[Proposal]):
    """Propose something to be done, with what it costs in the first year, and whether that comes back."""

    budget_id: UUID


@performs(
    MakeProposal,
    policy=may_add_to_budget,
    says="proposed “{proposal}” for “{budget}”",
    finds=locked(Budget, "budget_id"),
)
def make_proposal(actor: Actor, command: MakeProposal, budget: Budget) -> Done[Proposal]:
    last = Proposal.objects.filter(budget=budget).aggregate(last=Max("number"))["last"] or 0
    if last >= MOST_PROPOSALS:
        raise Invalid(title=_("This budget has as many proposals as it can hold."))
    fields = checked(budget, command)
    proposal = Proposal.objects.create(
        budget=budget,
        number=last + 1,
        cost_pounds=fields["estimate_pounds"],
        proposed_by_id=signed_in(actor),
        proposed_on=clock.today(),
        **fields,
    )
    proposal.needs.set(checked_needs(budget, command.need_ids))
    return in_trail(budget, proposal, about=proposal.pk, proposal=proposal.title)
