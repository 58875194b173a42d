"""Forget who moved, seconded, suggested and wrote, where their account was erased."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from causeway.domains.alliances.standing import index_of_address
from causeway.domains.assemblies.models import (
    Amendment,
    Mediation,
    MediationMessage,
    Motion,
    Seconding,
    Suggestion,
)
from causeway.domains.assemblies.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class ForgetMover(Command[None]):
    """Take a person off what they moved and seconded. The texts belong to the body, and the numbers stay true.

    ``email``: by which they may have been asked to mediate.
    """

    person_id: UUID
    email: str = field(default="", repr=False)


@performs(ForgetMover, policy=only_a_job, says="forgot who moved and seconded, of an erased account")
def forget_mover(_actor: Actor, command: ForgetMover, _subject: Any) -> Done[None]:
    for model, name in (
        (Motion, "mover"),
        (Amendment, "mover"),
        (Seconding, "person"),
        (Suggestion, "suggested_by"),
        (Mediation, "mediator"),
        (MediationMessage, "written_by"),
    ):
        model._default_manager.filter(**{name: command.person_id}).update(**{name: None})
    if command.email:
        asked = Mediation.objects.filter(mediator_index=index_of_address(command.email))
        asked.update(mediator_index=None, mediator_email="")
    return Done(None, scope=command.person_id)
