"""Take a task of a campaign."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.models import (
    Task,
)
from causeway.domains.campaigns.policies import (
    may_take_part,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class TakeTask(Command[Task]):
    """Agree to do it."""

    task_id: UUID


@performs(
    TakeTask,
    policy=may_take_part,
    says="took a task of the campaign “{campaign}”",
    finds=locked(Task, "task_id"),
)
def take_task(actor: Actor, _command: TakeTask, task: Task) -> Done[Task]:
    person_id = signed_in(actor)
    if task.done_on or task.dropped_on:
        raise Conflict(_("This task is done, or is not needed any more."))
    if task.taken_by_id not in {None, person_id}:
        raise Conflict(_("Somebody has taken this task already."))
    task.taken_by_id = person_id
    task.save(update_fields=["taken_by"])
    return in_trail(task.campaign, task, about=task.pk)
