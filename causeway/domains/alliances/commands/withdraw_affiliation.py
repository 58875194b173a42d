"""Withdraw a proposed affiliation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import AffiliationProposal
from causeway.domains.alliances.policies import may_withdraw_proposal
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WithdrawAffiliation(Command[AffiliationProposal]):
    """Take a proposal back before it is answered."""

    proposal_id: UUID


@performs(
    WithdrawAffiliation,
    policy=may_withdraw_proposal,
    says="withdrew the proposal that “{organisation}” affiliates to “{alliance}”",
    finds=locked(AffiliationProposal, "proposal_id"),
)
def withdraw_affiliation(
    actor: Actor, _command: WithdrawAffiliation, proposal: AffiliationProposal
) -> Done[AffiliationProposal]:
    if proposal.status != AffiliationProposal.Status.PROPOSED:
        raise Conflict(_("This proposal was answered or withdrawn already."))

    proposal.status = AffiliationProposal.Status.WITHDRAWN
    proposal.answered_on = clock.today()
    proposal.answered_by_id = signed_in(actor)
    store(proposal)
    return Done(
        proposal,
        scope=proposal.alliance_id,
        about=proposal.organisation_id,
        named={"organisation": proposal.organisation.name, "alliance": proposal.alliance.name},
    )
