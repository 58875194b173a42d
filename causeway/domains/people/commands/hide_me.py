"""Disappear from what others see, and come back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from causeway.domains.people.events import PersonHidden
from causeway.domains.people.models import Person
from causeway.domains.people.policies import may_keep_own_account
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class HideMe(Command[None]):
    """Be “A member” on every list and page that others see, at once."""


@performs(HideMe, policy=may_keep_own_account, says="asked to be hidden")
def hide_me(actor: Actor, _command: HideMe, _subject: Any) -> Done[None]:
    person_id = signed_in(actor)
    Person.objects.filter(pk=person_id, hidden_at=None).update(hidden_at=clock.now())
    return Done(None, events=[PersonHidden(person_id=person_id)], scope=person_id, about=person_id)
