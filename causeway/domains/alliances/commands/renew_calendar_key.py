"""Make new private calendar addresses."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from causeway.domains.alliances.models import CalendarKey
from causeway.domains.alliances.policies import may_renew_calendar_key
from causeway.domains.alliances.standing import index_of_calendar_token
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class RenewCalendarKey(Command[CalendarKey]):
    """Make the secret in one's calendar addresses, or a new one: the addresses before stop working."""


@performs(RenewCalendarKey, policy=may_renew_calendar_key, says="renewed private calendar addresses")
def renew_calendar_key(actor: Actor, _command: RenewCalendarKey, _subject: Any) -> Done[CalendarKey]:
    person_id = signed_in(actor)
    token = secrets.token_urlsafe(24)
    key, _made = CalendarKey.objects.update_or_create(
        person_id=person_id,
        defaults={"token": token, "token_index": index_of_calendar_token(token), "renewed_on": clock.today()},
    )
    return Done(key, scope=person_id)
