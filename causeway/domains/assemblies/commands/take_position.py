"""Say where an organisation stands on a motion."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Organisation
from causeway.domains.assemblies.models import Motion, Position
from causeway.domains.assemblies.motion_policies import may_take_position
from causeway.domains.assemblies.motion_standing import OnFloor
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import a_choice, some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class TakePosition(Command[Position]):
    """Support, stay neutral or dissent, beside the text. Dissent gives its reason, and the organisation stays in."""

    motion_id: UUID
    organisation_id: UUID
    stance: str
    reason: str = ""


def motion_and_organisation(command: TakePosition) -> OnFloor:
    """The motion, and for whom somebody speaks. Raises Missing."""
    motion = Motion.objects.filter(pk=command.motion_id).first()
    organisation = Organisation.objects.filter(pk=command.organisation_id).first()
    if motion is None or organisation is None:
        raise Missing
    return OnFloor(motion, organisation)


@performs(
    TakePosition,
    policy=may_take_position,
    says="said where “{organisation}” stands on the motion “{motion}”: {stance}",
    finds=motion_and_organisation,
)
def take_position(_actor: Actor, command: TakePosition, floor: OnFloor) -> Done[Position]:
    motion, organisation = floor.subject, floor.organisation
    assert isinstance(motion, Motion)  # noqa: S101 - the finder finds nothing else
    assert organisation is not None  # noqa: S101
    if motion.state in {Motion.State.PROPOSED, Motion.State.MERGED, Motion.State.WITHDRAWN}:
        raise Conflict(_("This motion is not on the agenda. Say where you stand on the one that is."))
    stance = a_choice(command.stance, "stance", Position.Stance)
    needed = stance == Position.Stance.DISSENT
    position, _made = Position.objects.update_or_create(
        motion=motion,
        organisation=organisation,
        defaults={
            "stance": stance,
            "reason": some_text(command.reason, "reason", longest=1000, needed=needed),
            "since": clock.today(),
        },
    )
    label = str(Position.Stance(stance).label)
    return in_trail(floor.process, position, organisation=organisation.name, motion=motion.title, stance=label)
