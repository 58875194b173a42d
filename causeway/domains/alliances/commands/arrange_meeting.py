"""Arrange a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import Body, find_body, owner
from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import Meeting
from causeway.domains.alliances.policies import may_call_meeting
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid
from causeway.kernel.web_address import web_address


@dataclass(frozen=True, kw_only=True)
class ArrangeMeeting(Command[Meeting]):
    """Call a meeting of an alliance or an organisation. Times carry their zone."""

    body_id: UUID
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str = ""
    access_notes: str = ""
    online_link: str = ""
    visibility: str = Meeting.Visibility.MEMBERS


@performs(ArrangeMeeting, policy=may_call_meeting, says="called the meeting “{title}” of “{body}”", finds=find_body)
def arrange_meeting(_actor: Actor, command: ArrangeMeeting, body: Body) -> Done[Meeting]:
    check_times(command.starts_at, command.ends_at)
    meeting = store(
        Meeting(
            title=command.title.strip(),
            starts_at=command.starts_at,
            ends_at=command.ends_at,
            place=command.place,
            access_notes=command.access_notes,
            online_link=web_address("online_link", command.online_link),
            visibility=command.visibility,
            changed_at=clock.now(),
            **owner(body),
        )
    )
    return Done(meeting, scope=body.pk, about=meeting.pk, named={"title": meeting.title, "body": body.name})


def check_times(starts_at: datetime, ends_at: datetime) -> None:
    """A meeting ends after it starts, and within a day. Raises Invalid."""
    if starts_at.tzinfo is None or ends_at.tzinfo is None:
        raise Invalid(starts_at=_("Enter the time with its time zone."))
    if ends_at <= starts_at:
        raise Invalid(ends_at=_("A meeting cannot end before it starts."))
    if ends_at - starts_at > timedelta(days=1):
        raise Invalid(ends_at=_("A meeting lasts a day at most. Check the date."))
