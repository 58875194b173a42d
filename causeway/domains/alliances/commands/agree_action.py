"""Record what a meeting agreed that somebody does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import Meeting, MeetingAction
from causeway.domains.alliances.policies import may_keep_meeting
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AgreeAction(Command[MeetingAction]):
    """Record an action: what, who does it (an organisation, an office or a name as they wish), by when."""

    meeting_id: UUID
    text: str
    who: str
    due_on: date | None = None


@performs(
    AgreeAction,
    policy=may_keep_meeting,
    says="recorded an action agreed at “{title}” of “{body}”",
    finds=locked(Meeting, "meeting_id"),
)
def agree_action(_actor: Actor, command: AgreeAction, meeting: Meeting) -> Done[MeetingAction]:
    if meeting.cancelled_at:
        raise Conflict(_("This meeting is cancelled."))
    action = store(
        MeetingAction(meeting=meeting, text=command.text.strip(), who=command.who.strip(), due_on=command.due_on)
    )
    body = body_of(meeting)
    return Done(
        action,
        scope=body.pk,
        about=meeting.pk,
        named={"title": meeting.title, "body": body.name},
    )
