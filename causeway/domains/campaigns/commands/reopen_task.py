"""Put a finished task back on the list."""

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
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class ReopenTask(Command[Task]):
    """Undo: it was not done after all."""

    task_id: UUID


@performs(
    ReopenTask,
    policy=may_finish_task,
    says="put a finished task of the campaign “{campaign}” back on the list",
    finds=locked(Task, "task_id"),
)
def reopen_task(_actor: Actor, _command: ReopenTask, task: Task) -> Done[Task]:
    task.done_on = None
    task.save(update_fields=["done_on"])
    return in_trail(task.campaign, task, about=task.pk)
