"""Leave: the account is hidden at once and erased when the time to change one's mind is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.events import AccountClosing
from causeway.domains.people.models import Consent, Person
from causeway.domains.people.policies import may_keep_own_account
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs

GRACE = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class CloseAccount(Command[datetime]):
    """Ask for one's account to be erased in 14 days; returns when. Until then ``KeepAccount`` undoes it."""


@performs(CloseAccount, policy=may_keep_own_account, says="asked for an account to be erased")
def close_account(actor: Actor, _command: CloseAccount, _subject: Any) -> Done[datetime]:
    person = Person.objects.select_for_update(no_key=True).get(pk=signed_in(actor))
    now = clock.now()
    person.closes_at = person.closes_at or now + GRACE
    person.hidden_at = person.hidden_at or now
    person.save(update_fields=["closes_at", "hidden_at"])
    running = Consent.objects.filter(subject_index=index_of_address(person.email), withdrawn_at=None)
    running.update(withdrawn_at=now)
    return Done(person.closes_at, events=[AccountClosing(person_id=person.pk)], scope=person.pk, about=person.pk)
