"""Accept that an alliance stands under this one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.commands.placing import answer, check_levels
from causeway.domains.alliances.models import Alliance, Placement
from causeway.domains.alliances.policies import may_answer_placement
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AcceptPlacement(Command[Alliance]):
    """Say yes to an alliance that asked to stand under ours."""

    placement_id: UUID


@performs(
    AcceptPlacement,
    policy=may_answer_placement,
    says="accepted “{child}” under “{parent}”",
    finds=locked(Placement, "placement_id"),
)
def accept_placement(actor: Actor, _command: AcceptPlacement, placement: Placement) -> Done[Alliance]:
    if placement.status != Placement.Status.ASKED:
        raise Conflict(_("This question was answered or withdrawn already."))
    child = Alliance.objects.select_for_update(no_key=True).get(pk=placement.child_id)
    check_levels(child, placement.parent)
    answer(placement, actor, Placement.Status.ACCEPTED)
    child.parent = placement.parent
    child.save(update_fields=["parent"])
    return Done(
        child,
        scope=placement.parent_id,
        about=child.pk,
        named={"child": child.name, "parent": placement.parent.name},
    )
