"""Put a motion, one of its parts or an amendment to a meeting."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.models import Meeting
from causeway.domains.assemblies.bodies import body_of
from causeway.domains.assemblies.commands.finding_motions import locked_motion
from causeway.domains.assemblies.commands.put_question import PutQuestion
from causeway.domains.assemblies.commands.put_to_vote import question_in, words_for
from causeway.domains.assemblies.models import Amendment, Ballot, FloorVote, Motion, MotionVote, Part
from causeway.domains.assemblies.motion_course import why_not_now
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid
from causeway.kernel.perform import perform


@dataclass(frozen=True, kw_only=True)
class PutToMeeting(Command[MotionVote]):
    """Ask a meeting of the body by show of hands. Once the count is recorded, whoever runs it declares the result."""

    motion_id: UUID
    meeting_id: UUID
    amendment_id: UUID | None = None
    part_number: int | None = None


@performs(
    PutToMeeting,
    policy=may_run_process,
    says="put “{question}” of “{process}” to a meeting",
    finds=lambda command: locked_motion(command.motion_id),
)
def put_to_meeting(actor: Actor, command: PutToMeeting, motion: Motion) -> Done[MotionVote]:
    question = question_in(motion, amendment_id=command.amendment_id, part_number=command.part_number)
    why_not = why_not_now(question)
    if why_not:
        raise Conflict(why_not)
    body = body_of(motion.process)
    meeting = Meeting.objects.filter(pk=command.meeting_id).first()
    if meeting is None or body.pk not in {meeting.alliance_id, meeting.organisation_id}:
        raise Invalid(meeting=_("Choose a meeting of this body."))
    whole, (name, words) = not isinstance(question, Amendment), words_for(question, motion)
    threshold = motion.process.orders.threshold if whole else Ballot.Threshold.MAJORITY
    ask = PutQuestion(meeting_id=meeting.pk, question=words, way=FloorVote.Way.HANDS, threshold=threshold)
    process = perform(actor, ask).process
    process.part_of = motion.process
    process.save(update_fields=["part_of"])
    vote = MotionVote.objects.create(
        process=process,
        motion=motion,
        amendment=question if isinstance(question, Amendment) else None,
        part=question if isinstance(question, Part) else None,
        put_on=clock.today(),
    )
    return in_trail(motion.process, vote, question=name)
