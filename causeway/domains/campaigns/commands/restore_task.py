"""Put a task back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.models import (
    Task,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class RestoreTask(Command[Task]):
    """Undo: put back what was taken away."""

    task_id: UUID


@performs(
    RestoreTask,
    policy=may_run_campaign,
    says="put a task of the campaign “{campaign}” back",
    finds=locked(Task, "task_id"),
)
def restore_task(_actor: Actor, _command: RestoreTask, task: Task) -> Done[Task]:
    task.dropped_on = None
    task.save(update_fields=["dropped_on"])
    return in_trail(task.campaign, task, about=task.pk)
