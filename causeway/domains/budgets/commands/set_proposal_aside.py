"""Set an adopted proposal aside."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.models import Proposal
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class SetProposalAside(Command[Proposal]):
    """Count a proposal as adopted no longer; it stands as proposed again."""

    proposal_id: UUID


@performs(
    SetProposalAside,
    policy=may_run_budget,
    says="set “{proposal}” in “{budget}” aside",
    finds=in_budget(Proposal, "proposal_id"),
)
def set_proposal_aside(_actor: Actor, _command: SetProposalAside, proposal: Proposal) -> Done[Proposal]:
    if proposal.adopted_on is None:
        raise Conflict(_("This proposal is not adopted."))
    proposal.adopted_on, proposal.adopted_ground = None, ""
    proposal.save(update_fields=["adopted_on", "adopted_ground"])
    return in_trail(proposal.budget, proposal, about=proposal.pk, proposal=proposal.title)
