"""Decline that an alliance stands under this one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.placing import answer
from causeway.domains.alliances.models import Placement
from causeway.domains.alliances.policies import may_answer_placement
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

LONGEST_REASON = 300


@dataclass(frozen=True, kw_only=True)
class DeclinePlacement(Command[Placement]):
    """Say no to an alliance that asked to stand under ours, with a reason that it can read."""

    placement_id: UUID
    reason: str


@performs(
    DeclinePlacement,
    policy=may_answer_placement,
    says="declined “{child}” under “{parent}”",
    finds=locked(Placement, "placement_id"),
)
def decline_placement(actor: Actor, command: DeclinePlacement, placement: Placement) -> Done[Placement]:
    if placement.status != Placement.Status.ASKED:
        raise Conflict(_("This question was answered or withdrawn already."))
    reason = command.reason.strip()
    if not reason:
        raise Invalid(reason=_("Enter a reason. The other alliance will read it."))
    if len(reason) > LONGEST_REASON:
        raise Invalid(reason=_("Shorten the reason to %(most)s characters.") % {"most": LONGEST_REASON})
    answer(placement, actor, Placement.Status.DECLINED, reason)
    return Done(
        placement,
        scope=placement.parent_id,
        about=placement.child_id,
        named={"child": placement.child.name, "parent": placement.parent.name},
    )
