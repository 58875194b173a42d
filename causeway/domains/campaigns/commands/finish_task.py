"""Say that a task of a campaign is done."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.models import (
    Task,
)
from causeway.domains.campaigns.policies import (
    may_finish_task,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class FinishTask(Command[Task]):
    """Say that it is done. Saying so twice is saying so once."""

    task_id: UUID


@performs(
    FinishTask,
    policy=may_finish_task,
    says="finished a task of the campaign “{campaign}”",
    finds=locked(Task, "task_id"),
)
def finish_task(_actor: Actor, _command: FinishTask, task: Task) -> Done[Task]:
    task.done_on = task.done_on or clock.today()
    task.save(update_fields=["done_on"])
    return in_trail(task.campaign, task, about=task.pk)
