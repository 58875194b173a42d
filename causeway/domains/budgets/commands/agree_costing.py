"""Agree to a costing."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.models import Costing, Proposal
from causeway.domains.budgets.policies import may_agree_costing
from causeway.domains.budgets.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AgreeCosting(Command[Costing]):
    """Agree to what somebody else reckoned. The newest costing that was agreed is what the proposal costs."""

    costing_id: UUID


@performs(
    AgreeCosting,
    policy=may_agree_costing,
    says="agreed to a costing of “{proposal}” in “{budget}”",
    finds=in_budget(Costing, "costing_id", through="proposal"),
)
def agree_costing(_actor: Actor, _command: AgreeCosting, costing: Costing) -> Done[Costing]:
    proposal = Proposal.objects.select_for_update(no_key=True).get(pk=costing.proposal_id)
    if proposal.state is not Proposal.State.OPEN:
        raise Conflict(_("This proposal was adopted, merged or withdrawn. Its cost stays."))
    if costing.agreed_on:
        raise Conflict(_("This costing was agreed already."))
    costing.agreed_on = clock.today()
    costing.save(update_fields=["agreed_on"])
    newest = proposal.costings.filter(agreed_on__isnull=False).order_by("-costed_at", "id")[0]
    proposal.cost_pounds = newest.cost_pounds
    proposal.save(update_fields=["cost_pounds"])
    return in_trail(proposal.budget, costing, about=proposal.pk, proposal=proposal.title)
