"""Take back the question for a place under a larger alliance."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.placing import answer
from causeway.domains.alliances.models import Placement
from causeway.domains.alliances.policies import may_withdraw_placement
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WithdrawPlacement(Command[Placement]):
    """Take back the question for a place, before it is answered."""

    placement_id: UUID


@performs(
    WithdrawPlacement,
    policy=may_withdraw_placement,
    says="no longer asks that “{child}” may stand under “{parent}”",
    finds=locked(Placement, "placement_id"),
)
def withdraw_placement(actor: Actor, _command: WithdrawPlacement, placement: Placement) -> Done[Placement]:
    if placement.status != Placement.Status.ASKED:
        raise Conflict(_("This question was answered or withdrawn already."))
    answer(placement, actor, Placement.Status.WITHDRAWN)
    return Done(
        placement,
        scope=placement.child_id,
        about=placement.parent_id,
        named={"child": placement.child.name, "parent": placement.parent.name},
    )
