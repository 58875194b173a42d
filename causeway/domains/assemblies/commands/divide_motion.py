"""Divide a motion into parts that are voted on one by one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.commands.finding_motions import locked_motion
from causeway.domains.assemblies.models import Motion, Part
from causeway.domains.assemblies.motion_course import paragraphs_of, why_not_divided
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class DivideMotion(Command[Motion]):
    """Say which paragraphs are voted on together. Each stands in one part; a single part is the whole motion again.

    Until a part is put to the vote it can be divided in another way.
    """

    motion_id: UUID
    parts: tuple[tuple[str, ...], ...]


@performs(
    DivideMotion,
    policy=may_run_process,
    says="divided the motion “{motion}” of “{process}” into {parts}",
    finds=lambda command: locked_motion(command.motion_id),
)
def divide_motion(_actor: Actor, command: DivideMotion, motion: Motion) -> Done[Motion]:
    why_not = why_not_divided(motion)
    if why_not:
        raise Conflict(why_not)
    parts = [part for part in command.parts if part]
    named = [number for part in parts for number in part]
    standing = [one.number for one in paragraphs_of(motion) if one.words]
    if sorted(named) != sorted(standing):
        raise Invalid(parts=_("Give each paragraph one part."))
    motion.parts.all().delete()
    if len(parts) > 1:
        Part.objects.bulk_create(
            Part(motion=motion, number=place, paragraphs=list(part)) for place, part in enumerate(parts, start=1)
        )
    return in_trail(motion.process, motion, motion=motion.title, parts=str(len(parts)))
