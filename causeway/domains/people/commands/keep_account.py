"""Change one's mind about leaving."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from causeway.domains.people.models import Person
from causeway.domains.people.policies import may_keep_own_account
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class KeepAccount(Command[None]):
    """Undo ``CloseAccount``. Consents that it withdrew stay withdrawn, until they are given again."""


@performs(KeepAccount, policy=may_keep_own_account, says="kept an account that was to be erased")
def keep_account(actor: Actor, _command: KeepAccount, _subject: Any) -> Done[None]:
    person_id = signed_in(actor)
    Person.objects.filter(pk=person_id, closes_at__isnull=False).update(closes_at=None, hidden_at=None)
    return Done(None, scope=person_id, about=person_id)
