"""Move an amendment to a motion."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.finding_motions import motion_on_floor
from causeway.domains.assemblies.models import Amendment, Motion
from causeway.domains.assemblies.motion_course import Standing, paragraphs_of, standing_of
from causeway.domains.assemblies.motion_policies import may_amend
from causeway.domains.assemblies.motion_standing import OnFloor
from causeway.domains.assemblies.motion_wording import checked_amendment
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict

MOST_AMENDMENTS = 100


@dataclass(frozen=True, kw_only=True)
class AmendMotion(Command[Amendment]):
    """Move to reword or strike out one paragraph, or to add one after it (``paragraph`` "0": before the first)."""

    motion_id: UUID
    action: str
    paragraph: str
    text: str = ""
    reason: str = ""
    organisation_id: UUID | None = None


@performs(
    AmendMotion,
    policy=may_amend,
    says="moved amendment {number} to the motion “{motion}” in “{process}”",
    finds=motion_on_floor,
)
def amend_motion(actor: Actor, command: AmendMotion, floor: OnFloor) -> Done[Amendment]:
    motion = floor.subject
    assert isinstance(motion, Motion)  # noqa: S101 - the finder finds nothing else
    if standing_of(motion) not in {Standing.SECONDING, Standing.ON_AGENDA}:
        raise Conflict(_("This motion is settled, or part of a composite. It cannot be amended any more."))
    moved = motion.amendments.order_by("number").last()
    if moved and moved.number >= MOST_AMENDMENTS:
        raise Conflict(_("This motion has as many amendments as it can hold."))
    words = checked_amendment(paragraphs_of(motion), action=command.action, number=command.paragraph, text=command.text)
    amendment = Amendment.objects.create(
        motion=motion,
        number=moved.number + 1 if moved else 1,
        action=command.action,
        paragraph=command.paragraph,
        text=words,
        reason=some_text(command.reason, "reason", longest=1000, needed=False),
        mover_id=signed_in(actor),
        moved_for=floor.organisation,
        moved_on=clock.today(),
    )
    return in_trail(motion.process, amendment, motion=motion.title, number=str(amendment.number))
