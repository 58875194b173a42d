"""Add a task to a campaign’s list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from causeway.domains.campaigns.models import (
    Campaign,
    Task,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.domains.campaigns.wording import a_day, some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, found, performs


@dataclass(frozen=True, kw_only=True)
class AddTask(Command[Task]):
    """Something to be done, by a day. Nobody is given it: somebody takes it."""

    campaign_id: UUID
    text: str
    due_on: date | None = None


@performs(
    AddTask,
    policy=may_run_campaign,
    says="added a task to the campaign “{campaign}”",
    finds=found(Campaign, "campaign_id"),
)
def add_task(_actor: Actor, command: AddTask, campaign: Campaign) -> Done[Task]:
    task = Task.objects.create(
        campaign=campaign,
        text=some_text(command.text, "text", longest=200),
        due_on=a_day(command.due_on, "due_on") if command.due_on else None,
    )
    return in_trail(campaign, task, about=task.pk)
