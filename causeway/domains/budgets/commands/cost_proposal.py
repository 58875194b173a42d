"""Cost a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.models import Costing, Proposal
from causeway.domains.budgets.policies import may_cost_proposal
from causeway.domains.budgets.standing import coster_of
from causeway.domains.budgets.trail import in_trail
from causeway.domains.budgets.wording import some_pounds
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class CostProposal(Command[Costing]):
    """Say what a proposal costs in the first year, and how that was reckoned. It counts once somebody else agrees."""

    proposal_id: UUID
    cost_pounds: int
    reason: str


@performs(
    CostProposal,
    policy=may_cost_proposal,
    says="costed “{proposal}” in “{budget}”",
    finds=found(Proposal, "proposal_id", "budget"),
)
def cost_proposal(actor: Actor, command: CostProposal, proposal: Proposal) -> Done[Costing]:
    if proposal.state is not Proposal.State.OPEN:
        raise Conflict(_("This proposal was adopted, merged or withdrawn. Its cost stays."))
    coster = coster_of(actor, proposal.budget)
    if coster is None:
        raise Missing
    costing = Costing.objects.create(
        proposal=proposal,
        person_id=signed_in(actor),
        name=coster.name,
        competence=coster.competence,
        cost_pounds=some_pounds(command.cost_pounds, "cost_pounds"),
        reason=some_text(command.reason, "reason", longest=2000),
        costed_at=clock.now(),
    )
    return in_trail(proposal.budget, costing, about=proposal.pk, proposal=proposal.title)
