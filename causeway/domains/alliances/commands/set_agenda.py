"""Set the agenda of a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.commands.rows import store
from causeway.domains.alliances.models import AgendaItem, Meeting
from causeway.domains.alliances.policies import may_keep_meeting
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

MOST_ITEMS = 30


@dataclass(frozen=True)
class AgendaPoint:
    """One point: its title, a note, and the minutes set aside for it."""

    title: str
    note: str = ""
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class SetAgenda(Command[Meeting]):
    """Set the points of the agenda, in their order; they take the place of those before."""

    meeting_id: UUID
    items: tuple[AgendaPoint, ...]


@performs(
    SetAgenda,
    policy=may_keep_meeting,
    says="set the agenda of “{title}” of “{body}”",
    finds=locked(Meeting, "meeting_id"),
)
def set_agenda(_actor: Actor, command: SetAgenda, meeting: Meeting) -> Done[Meeting]:
    if meeting.cancelled_at:
        raise Conflict(_("This meeting is cancelled."))
    if len(command.items) > MOST_ITEMS:
        raise Invalid(_("An agenda has 30 points at most."))
    meeting.agenda.all().delete()
    for position, item in enumerate(command.items):
        title = item.title.strip()
        store(AgendaItem(meeting=meeting, position=position, title=title, note=item.note, minutes=item.minutes))
    body = body_of(meeting)
    return Done(
        meeting,
        scope=body.pk,
        about=meeting.pk,
        named={"title": meeting.title, "body": body.name},
    )
