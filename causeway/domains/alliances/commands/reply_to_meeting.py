"""Say whether one comes to a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Meeting, MeetingReply
from causeway.domains.alliances.policies import may_reply_to_meeting
from causeway.domains.alliances.standing import index_of_person
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, found, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class ReplyToMeeting(Command[None]):
    """Say that one comes or sends apologies, and whether the others invited may see one's name; “” takes it back."""

    meeting_id: UUID
    answer: str
    named: bool = False


@performs(
    ReplyToMeeting,
    policy=may_reply_to_meeting,
    says="replied to an invitation",  # the trail does not say who goes where: that stays sealed
    finds=found(Meeting, "meeting_id"),
)
def reply_to_meeting(actor: Actor, command: ReplyToMeeting, meeting: Meeting) -> Done[None]:
    if meeting.cancelled_at or meeting.ends_at < clock.now():
        raise Conflict(_("This meeting is over or cancelled."))
    person_id = signed_in(actor)
    index = index_of_person(person_id)
    if not command.answer:
        meeting.replies.filter(person_index=index).delete()
        return Done(None, scope=person_id)
    if command.answer not in MeetingReply.Answer.values:
        raise Invalid(answer=_("Choose whether you come or send apologies."))
    MeetingReply.objects.update_or_create(
        meeting=meeting,
        person_index=index,
        defaults={"sealed_person": str(person_id), "answer": command.answer, "named": command.named},
    )
    return Done(None, scope=person_id)
