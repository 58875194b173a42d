"""Move a motion up or down on the agenda."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.models import Motion, Process
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Missing


@dataclass(frozen=True, kw_only=True)
class MoveOnAgenda(Command[Motion]):
    """Change places with the motion before (``up``) or after. At the end of the agenda nothing moves."""

    motion_id: UUID
    up: bool


def motion_with_process(command: MoveOnAgenda) -> Motion:
    """The motion, with its process locked first: so two moves on one agenda wait for each other. Raises Missing."""
    motion = Motion.objects.filter(pk=command.motion_id).first()
    if motion is None:
        raise Missing
    motion.process = Process.objects.select_for_update(no_key=True).get(pk=motion.process_id)
    return motion


@performs(
    MoveOnAgenda,
    policy=may_run_process,
    says="put the agenda of “{process}” in another order",
    finds=motion_with_process,
)
def move_on_agenda(_actor: Actor, command: MoveOnAgenda, motion: Motion) -> Done[Motion]:
    listed = list(Motion.objects.filter(process=motion.process))
    here = next(place for place, row in enumerate(listed) if row.pk == motion.pk)
    there = here - 1 if command.up else here + 1
    if 0 <= there < len(listed):
        listed[here], listed[there] = listed[there], listed[here]
    for place, row in enumerate(listed, start=1):
        row.place = place
    Motion.objects.bulk_update(listed, ["place"])
    return in_trail(motion.process, motion)
