"""Be seen by one's name again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from causeway.domains.people.models import Person
from causeway.domains.people.policies import may_keep_own_account
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class ShowMe(Command[None]):
    """Undo “hide me”."""


@performs(ShowMe, policy=may_keep_own_account, says="asked to be shown again")
def show_me(actor: Actor, _command: ShowMe, _subject: Any) -> Done[None]:
    person_id = signed_in(actor)
    Person.objects.filter(pk=person_id).update(hidden_at=None)
    return Done(None, scope=person_id, about=person_id)
