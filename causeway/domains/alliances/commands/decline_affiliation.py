"""Decline a proposed affiliation."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import AffiliationProposal
from causeway.domains.alliances.policies import may_answer_proposal
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class DeclineAffiliation(Command[AffiliationProposal]):
    """Say no to a proposed affiliation, with a reason that the other side can read."""

    proposal_id: UUID
    reason: str


@performs(
    DeclineAffiliation,
    policy=may_answer_proposal,
    says="declined that “{organisation}” affiliates to “{alliance}”",
    finds=locked(AffiliationProposal, "proposal_id"),
)
def decline_affiliation(
    actor: Actor, command: DeclineAffiliation, proposal: AffiliationProposal
) -> Done[AffiliationProposal]:
    if proposal.status != AffiliationProposal.Status.PROPOSED:
        raise Conflict(_("This proposal was answered or withdrawn already."))
    if not command.reason.strip():
        raise Invalid(reason=_("Enter a reason. The other side will read it."))
    proposal.reason = command.reason.strip()
    proposal.status = AffiliationProposal.Status.DECLINED
    proposal.answered_on = clock.today()
    proposal.answered_by_id = signed_in(actor)
    store(proposal)
    return Done(
        proposal,
        scope=proposal.alliance_id,
        about=proposal.organisation_id,
        named={"organisation": proposal.organisation.name, "alliance": proposal.alliance.name},
    )
