"""Finish the erasing of a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.people.models import Leaver
from causeway.domains.people.policies import only_the_system
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class FinishErasure(Command[None]):
    """Forget the address too, now that every room has let go of what stood under it."""

    person_id: UUID


@performs(FinishErasure, policy=only_the_system, says="finished erasing an account in every room")
def finish_erasure(_actor: Actor, command: FinishErasure, _subject: Any) -> Done[None]:
    Leaver.objects.filter(pk=command.person_id).delete()
    return Done(None, scope=command.person_id, about=command.person_id)
