"""Tell the rooms once more that a person is gone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.people.events import PersonErased
from causeway.domains.people.models import Leaver
from causeway.domains.people.policies import only_the_system
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class ResumeErasure(Command[None]):
    """Announce it again, because a room failed the first time. What is done already is not done twice."""

    person_id: UUID


@performs(
    ResumeErasure,
    policy=only_the_system,
    says="resumed erasing an account in every room",
    finds=locked(Leaver, "person_id"),
)
def resume_erasure(_actor: Actor, _command: ResumeErasure, leaver: Leaver) -> Done[None]:
    gone = PersonErased(person_id=leaver.person_id)
    return Done(None, events=[gone], scope=leaver.person_id, about=leaver.person_id)
