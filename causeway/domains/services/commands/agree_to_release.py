"""Agree to a release."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.models import ReleasedStatement, ReleaseProposal, SealedCopy
from causeway.domains.services.policies.tipoffs import may_decide_release
from causeway.domains.services.threads import opened
from causeway.domains.services.unlocking import key_of, unlocked
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class AgreeToRelease(Command[ReleasedStatement]):
    """Open the proposed words with one's own passphrase and let them out as a statement, exactly as they stand."""

    proposal_id: UUID
    passphrase: str = field(repr=False)


def find_proposal(command: object) -> ReleaseProposal:
    """The proposal with its tip-off, locked. Raises Missing."""
    rows = ReleaseProposal.objects.select_for_update(no_key=True, of=("self",)).select_related("message__tip_off")
    proposal = rows.filter(pk=command.proposal_id).first()  # type: ignore[attr-defined]
    if proposal is None:
        raise Missing
    return proposal


def require_open(proposal: ReleaseProposal) -> None:
    """Raise Conflict where it was decided on already."""
    if proposal.outcome != ReleaseProposal.Outcome.OPEN:
        raise Conflict(_("This release was decided on already."))


@performs(
    AgreeToRelease,
    policy=may_decide_release,
    says="agreed to release a statement",
    finds=find_proposal,
    to_the_day=True,
)
def agree_to_release(actor: Actor, command: AgreeToRelease, proposal: ReleaseProposal) -> Done[ReleasedStatement]:
    require_open(proposal)
    alliance_id = proposal.message.tip_off.alliance_id
    key = key_of(actor, alliance_id)
    private = unlocked(key, command.passphrase)
    copy = SealedCopy.objects.filter(message=proposal.message, key=key).select_related("message").first()
    if copy is None:
        raise Conflict(_("These words were not sealed to your key. Ask the other handler to propose them again."))
    statement = ReleasedStatement.objects.create(
        alliance_id=alliance_id, text=opened(copy, private), released_on=clock.today()
    )
    proposal.outcome = ReleaseProposal.Outcome.AGREED
    proposal.decided_by_id, proposal.decided_on = signed_in(actor), clock.today()
    proposal.save()
    return Done(statement, scope=alliance_id)
