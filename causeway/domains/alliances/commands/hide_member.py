"""Show the name of somebody who hides nowhere in this room."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.alliances.models import MeetingReply, Term
from causeway.domains.alliances.policies import only_the_system
from causeway.domains.alliances.standing import index_of_person
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class HideMember(Command[None]):
    """Take back that offices and replies to meetings may show a person’s name. Showing it again is theirs to choose."""

    person_id: UUID


@performs(HideMember, policy=only_the_system, says="took the name of somebody who hides off offices and meetings")
def hide_member(_actor: Actor, command: HideMember, _subject: Any) -> Done[None]:
    Term.objects.filter(person_id=command.person_id, shown_publicly=True).update(shown_publicly=False)
    MeetingReply.objects.filter(person_index=index_of_person(command.person_id), named=True).update(named=False)
    return Done(None, scope=command.person_id)
