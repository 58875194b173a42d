"""Take a task away."""

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
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class DropTask(Command[Task]):
    """Take it off every page. It stays stored and can be put back."""

    task_id: UUID


@performs(
    DropTask,
    policy=may_run_campaign,
    says="took a task of the campaign “{campaign}” away",
    finds=locked(Task, "task_id"),
)
def drop_task(_actor: Actor, _command: DropTask, task: Task) -> Done[Task]:
    task.dropped_on = clock.today()
    task.save(update_fields=["dropped_on"])
    return in_trail(task.campaign, task, about=task.pk)
