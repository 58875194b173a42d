"""Adopt a proposal."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.models import Proposal
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AdoptProposal(Command[Proposal]):
    """Write down that a meeting or a vote adopted a proposal, and which: from now on the balance counts its cost."""

    proposal_id: UUID
    ground: str


@performs(
    AdoptProposal,
    policy=may_run_budget,
    says="wrote down that “{proposal}” was adopted in “{budget}”",
    finds=in_budget(Proposal, "proposal_id"),
)
def adopt_proposal(_actor: Actor, command: AdoptProposal, proposal: Proposal) -> Done[Proposal]:
    if proposal.state is not Proposal.State.OPEN:
        raise Conflict(_("This proposal was adopted, merged or withdrawn already."))
    proposal.adopted_ground = some_text(command.ground, "ground", longest=300)
    proposal.adopted_on = clock.today()
    proposal.save(update_fields=["adopted_on", "adopted_ground"])
    return in_trail(proposal.budget, proposal, about=proposal.pk, proposal=proposal.title)
