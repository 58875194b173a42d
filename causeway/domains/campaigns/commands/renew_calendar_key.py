"""Make one's private calendar address, or a new one in place of the old."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any

from causeway.domains.campaigns.event_policies import may_keep_a_calendar
from causeway.domains.campaigns.models import CalendarKey
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.sealing import blind_index


@dataclass(frozen=True, kw_only=True)
class RenewCalendarKey(Command[CalendarKey]):
    """The old address stops working at once."""


@performs(RenewCalendarKey, policy=may_keep_a_calendar, says="made a private calendar address")
def renew_calendar_key(actor: Actor, _command: RenewCalendarKey, _subject: Any) -> Done[CalendarKey]:
    person_id = signed_in(actor)
    key = secrets.token_urlsafe(24)
    row, _made = CalendarKey.objects.update_or_create(
        person_id=person_id, defaults={"key": key, "key_index": index_of_key(key), "made_at": clock.now()}
    )
    return Done(row, scope=person_id)


def index_of_key(key: str) -> bytes:
    """The index under which a calendar key is found."""
    return blind_index(key, "calendar.key")
