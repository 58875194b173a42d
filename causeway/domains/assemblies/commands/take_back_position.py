"""Take an organisation's position on a motion back."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.assemblies.models import Position
from causeway.domains.assemblies.motion_policies import may_take_position
from causeway.domains.assemblies.motion_standing import OnFloor
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class TakeBackPosition(Command[None]):
    """Say nothing any more about where the organisation stands. That it did remains in the trail."""

    position_id: int


def find_position(command: TakeBackPosition) -> OnFloor:
    """The motion and the organisation of the position. Raises Missing."""
    position = Position.objects.select_related("motion", "organisation").filter(pk=command.position_id).first()
    if position is None:
        raise Missing
    return OnFloor(position.motion, position.organisation)


@performs(
    TakeBackPosition,
    policy=may_take_position,
    says="took back where “{organisation}” stands in “{process}”",
    finds=find_position,
)
def take_back_position(_actor: Actor, command: TakeBackPosition, floor: OnFloor) -> Done[None]:
    Position.objects.filter(pk=command.position_id).delete()
    return in_trail(floor.process, None, organisation=floor.organisation.name if floor.organisation else "")
