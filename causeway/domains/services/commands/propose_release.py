"""Propose to release something from a tip-off."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.services.commands.leave_tip_off import require_text
from causeway.domains.services.commands.sealed_messages import add_message
from causeway.domains.services.models import ReleaseProposal, TipOff, TipOffMessage
from causeway.domains.services.policies.tipoffs import may_handle_tip_off
from causeway.domains.services.threads import FEWEST_HANDLERS, keys_in_use
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class ProposeRelease(Command[ReleaseProposal]):
    """Seal to the handlers the exact words that would be released, for another of them to decide on."""

    tip_off_id: UUID
    text: str = field(repr=False)


@performs(
    ProposeRelease,
    policy=may_handle_tip_off,
    says="proposed to release a statement",
    finds=locked(TipOff, "tip_off_id"),
    to_the_day=True,
)
def propose_release(actor: Actor, command: ProposeRelease, tip_off: TipOff) -> Done[ReleaseProposal]:
    require_text(command.text)
    keys = list(keys_in_use([tip_off.alliance_id]))
    if len(keys) < FEWEST_HANDLERS:
        raise Conflict(_("A release needs two handlers with keys. Ask a coordinator to appoint another."))
    message = add_message(tip_off, TipOffMessage.Kind.PROPOSAL, command.text, keys, written_by=signed_in(actor))
    return Done(ReleaseProposal.objects.create(message=message), scope=tip_off.alliance_id)
