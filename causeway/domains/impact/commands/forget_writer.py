"""Forget a writer whose account was erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.impact.models import Writer
from causeway.domains.impact.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class ForgetWriter(Command[None]):
    """Take a person’s name off every check, in every edition. What was written about groups stays."""

    person_id: UUID


@performs(ForgetWriter, policy=only_a_job, says="forgot an erased account as a writer of impact checks")
def forget_writer(_actor: Actor, command: ForgetWriter, _subject: Any) -> Done[None]:
    Writer.objects.filter(person_id=command.person_id).delete()
    return Done(None, scope=command.person_id)
