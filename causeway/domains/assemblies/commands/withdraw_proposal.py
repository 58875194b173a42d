"""Withdraw a motion or an amendment."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.finding_motions import find_proposal
from causeway.domains.assemblies.commands.motion_results import close
from causeway.domains.assemblies.commands.second_proposal import name_of
from causeway.domains.assemblies.models import Amendment, Motion
from causeway.domains.assemblies.motion_course import Standing, standing_of, waiting_amendments
from causeway.domains.assemblies.motion_policies import may_withdraw_proposal
from causeway.domains.assemblies.motion_standing import Proposal
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WithdrawProposal(Command[None]):
    """Take back what one moved. Before anybody seconded or amended it nothing of it is kept; later the reason stands.

    Once it was put to the vote it belongs to the body, and cannot be withdrawn.
    """

    proposal_id: UUID
    reason: str = ""


@performs(
    WithdrawProposal,
    policy=may_withdraw_proposal,
    says="withdrew “{proposal}” in “{process}”",
    finds=find_proposal,
)
def withdraw_proposal(_actor: Actor, command: WithdrawProposal, proposal: Proposal) -> Done[None]:
    if proposal.votes.exists():
        raise Conflict(_("This was put to the vote. It belongs to the body now, and cannot be withdrawn."))
    if standing_of(proposal) not in {Standing.SECONDING, Standing.ON_AGENDA, Standing.NOT_SECONDED}:
        raise Conflict(_("This is settled already."))
    process, named = proposal.process, name_of(proposal)
    if _is_untouched(proposal):
        proposal.delete()
    else:
        reason = some_text(command.reason, "reason", longest=250)
        _withdraw(proposal, _("By the mover: %(reason)s") % {"reason": reason})
    return in_trail(process, None, proposal=named)


def _is_untouched(proposal: Proposal) -> bool:
    """Whether nobody else has a part in it."""
    amended = isinstance(proposal, Motion) and proposal.amendments.exists()
    taken_up = isinstance(proposal, Motion) and (proposal.composites.exists() or proposal.sources.exists())
    return not (amended or taken_up or proposal.secondings.exists())


def _withdraw(proposal: Proposal, how: str) -> None:
    if isinstance(proposal, Motion):
        for amendment in waiting_amendments(proposal):
            close(amendment, Amendment.State.FELL, _("The motion was withdrawn."))
    close(proposal, type(proposal).State.WITHDRAWN, how)
