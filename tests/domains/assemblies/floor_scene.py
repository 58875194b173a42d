"""Questions put to a meeting of Westbury that is held now."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from causeway.domains.alliances.commands.arrange_meeting import ArrangeMeeting
from causeway.domains.alliances.models import Meeting
from causeway.domains.assemblies.commands.count_hands import CountHands
from causeway.domains.assemblies.commands.put_question import PutQuestion
from causeway.domains.assemblies.floor_queries import question_with
from causeway.domains.assemblies.models import Floor, FloorVote, Round
from causeway.kernel import clock
from causeway.kernel.perform import perform
from tests.domains.assemblies.scene import members
from tests.scenes import Scene


def meeting_now(s: Scene, title: str = "Monthly meeting", **more: Any) -> Meeting:
    """A members' meeting that began ten minutes ago."""
    starts_at = clock.now() - timedelta(minutes=10)
    fields = {"visibility": Meeting.Visibility.MEMBERS, "place": "Westbury Library", **more}
    arrange = ArrangeMeeting(
        body_id=s.westbury.pk, title=title, starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), **fields
    )
    return perform(s.actor("coordinator"), arrange)


def put(s: Scene, meeting: Meeting, question: str = "Shall we march on 5 December?", **more: Any) -> FloorVote:
    """Cora puts a question."""
    members(s)
    return perform(s.actor("coordinator"), PutQuestion(meeting_id=meeting.pk, question=question, **more))


def count(s: Scene, vote: FloorVote, *numbers: int, teller: str = "coordinator", code: str = "") -> Round:
    """Somebody types in hands."""
    return perform(s.actor(teller), CountHands(process_id=vote.pk, numbers=numbers, code=code))


def teller_code(vote: FloorVote) -> str:
    return Floor.objects.get(pk=vote.floor_id).teller_code


def again(s: Scene, vote: FloorVote) -> FloorVote:
    """The question as the database has it now."""
    return question_with(s.actor("coordinator"), vote.pk)


def hands(s: Scene) -> FloorVote:
    """A show of hands that waits for its one teller."""
    made: FloorVote = s.once("assemblies.hands", lambda: put(s, meeting_now(s, "Hands")))
    return again(s, made)


def recorded(s: Scene) -> FloorVote:
    """A show of hands that was recorded."""

    def make() -> FloorVote:
        vote = put(s, meeting_now(s, "Recorded"), "Shall we book the square?")
        count(s, vote, 21, 4, 2)
        return vote

    made: FloorVote = s.once("assemblies.recorded hands", make)
    return again(s, made)


def poll(s: Scene) -> FloorVote:
    """A poll on phones that is open."""
    question = "Is Saturday better than Sunday?"
    made: FloorVote = s.once(
        "assemblies.poll", lambda: put(s, meeting_now(s, "Poll"), question, way=FloorVote.Way.PHONES)
    )
    return again(s, made)
