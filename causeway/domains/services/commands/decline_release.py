"""Decline a release."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from causeway.domains.services.commands.agree_to_release import find_proposal, require_open
from causeway.domains.services.commands.leave_tip_off import require_text
from causeway.domains.services.commands.sealed_messages import add_message
from causeway.domains.services.models import ReleaseProposal, TipOffMessage
from causeway.domains.services.policies.tipoffs import may_decide_release
from causeway.domains.services.threads import keys_in_use
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class DeclineRelease(Command[None]):
    """Say no to a proposed release. The reason is sealed to the handlers as a note."""

    proposal_id: UUID
    text: str = field(repr=False)


@performs(
    DeclineRelease,
    policy=may_decide_release,
    says="declined to release a statement",
    finds=find_proposal,
    to_the_day=True,
)
def decline_release(actor: Actor, command: DeclineRelease, proposal: ReleaseProposal) -> Done[None]:
    require_open(proposal)
    require_text(command.text)
    tip_off, person_id = proposal.message.tip_off, signed_in(actor)
    keys = keys_in_use([tip_off.alliance_id])
    add_message(tip_off, TipOffMessage.Kind.NOTE, command.text, keys, written_by=person_id)
    proposal.outcome = ReleaseProposal.Outcome.DECLINED
    proposal.decided_by_id, proposal.decided_on = person_id, clock.today()
    proposal.save()
    return Done(None, scope=tip_off.alliance_id)
