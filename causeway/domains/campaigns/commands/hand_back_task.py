"""Hand a task of a campaign back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.models import (
    Task,
)
from causeway.domains.campaigns.policies import (
    may_finish_task,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class HandBackTask(Command[Task]):
    """Say that one cannot do it after all, so that somebody else can take it."""

    task_id: UUID


@performs(
    HandBackTask,
    policy=may_finish_task,
    says="handed a task of the campaign “{campaign}” back",
    finds=locked(Task, "task_id"),
)
def hand_back_task(_actor: Actor, _command: HandBackTask, task: Task) -> Done[Task]:
    if task.done_on:
        raise Conflict(_("This task is done already."))
    task.taken_by = None
    task.save(update_fields=["taken_by"])
    return in_trail(task.campaign, task, about=task.pk)
