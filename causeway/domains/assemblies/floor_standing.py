"""What is open at a meeting, and who may count there."""

from __future__ import annotations

from datetime import datetime, timedelta

from causeway.domains.alliances.models import Meeting
from causeway.domains.assemblies.course import is_open
from causeway.domains.assemblies.models import Floor, FloorVote, Phase, Process, Round
from causeway.kernel import clock

BEFORE, AFTER = timedelta(hours=1), timedelta(hours=12)
LONGEST = timedelta(hours=12)
LONGEST_POLL = timedelta(minutes=30)


def meets_now(meeting: Meeting) -> bool:
    """Whether questions can be put: from an hour before the meeting until twelve hours after it."""
    return not meeting.cancelled_at and meeting.starts_at - BEFORE <= clock.now() <= meeting.ends_at + AFTER


def is_open_now(vote: FloorVote) -> bool:
    """Whether people can vote or tellers count now."""
    return is_open(vote.process, Phase.Kind.VOTE)


def open_question(floor: Floor) -> FloorVote | None:
    """The one question of the meeting that is open, if there is one."""
    votes = floor.votes.select_related("process").prefetch_related("process__phases")
    return next((vote for vote in votes if is_open_now(vote)), None)


def closes_by(way: str) -> datetime:
    """When a question that is put now closes, unless somebody closes it before."""
    return clock.now() + (LONGEST_POLL if way == FloorVote.Way.PHONES else LONGEST)


def was_recorded(process: Process) -> bool:
    """Whether hands were counted on this process, and a result recorded."""
    return Round.objects.filter(vote=process.pk, recorded_at__isnull=False).exists()
