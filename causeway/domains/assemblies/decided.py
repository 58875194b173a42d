"""What was decided at a meeting, in sentences for the draft of its minutes.

What everybody may read once the minutes of a public meeting are adopted holds only results that are for everybody.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import body_of
from causeway.domains.alliances.models import Meeting
from causeway.domains.assemblies.bodies import owner
from causeway.domains.assemblies.floor_queries import QuestionShown, floor_of_meeting
from causeway.domains.assemblies.models import Ballot, FloorVote, Motion, Process
from causeway.domains.assemblies.queries import visible_processes
from causeway.kernel.actors import Actor


def put_to_meeting(actor: Actor, meeting: Meeting, _since: datetime | None) -> list[str]:
    """The questions that were put to this meeting and have a recorded result, in the order in which they were put."""
    questions = [one for one in floor_of_meeting(actor, meeting).questions if one.state == "recorded"]
    return [_of_question(one) for one in reversed(questions) if _may_stand(meeting, one.vote.process)]


def _may_stand(meeting: Meeting, process: Process) -> bool:
    return not meeting.is_public or process.result_for == Process.Audience.EVERYBODY or _was_by_hands(process)


def _was_by_hands(process: Process) -> bool:
    """Whoever came to the meeting saw the hands."""
    return hasattr(process, "floor_vote") and process.floor_vote.way == FloorVote.Way.HANDS


def _of_question(question: QuestionShown) -> str:
    vote = question.vote
    numbers = ", ".join(f"{bar.name} {bar.number}" for bar in question.bars)
    if question.carried is not None:
        result = _("carried") if question.carried else _("not carried")
    elif question.chosen:
        result = _("chosen: %(names)s") % {"names": ", ".join(question.chosen)}
    else:
        result = _("no choice was made")
    return f"{vote.question} – {result} ({vote.get_way_display()}: {numbers})"


def motions_settled(actor: Actor, meeting: Meeting, _since: datetime | None) -> list[str]:
    """The motions of the body that were carried, lost or withdrawn on the day of the meeting."""
    day = timezone.localdate(meeting.starts_at)
    rows = Motion.objects.filter(settled_on=day, process__in=_processes(actor, meeting)).select_related("process")
    told = []
    for motion in rows.order_by("process__title", "place"):
        how = f" – {motion.settled_how}" if motion.settled_how else ""
        told.append(f"“{motion.title}”: {str(motion.get_state_display()).lower()}{how}")
    return told


def counted_since(actor: Actor, meeting: Meeting, since: datetime | None) -> list[str]:
    """The ballots that were counted since the meeting before, until the end of this one."""
    until = Q(counted_at__lte=meeting.ends_at)
    span = until & Q(counted_at__gt=since) if since else until & Q(counted_at__gte=meeting.starts_at)
    rows = Ballot.objects.filter(span, process__in=_processes(actor, meeting)).exclude(
        process__floor_vote__isnull=False
    )
    return [_of_ballot(ballot) for ballot in rows.select_related("process").order_by("counted_at")]


def _of_ballot(ballot: Ballot) -> str:
    return _("By ballot, “%(title)s”: %(result)s") % {"title": ballot.process.title, "result": _result(ballot)}


def _result(ballot: Ballot) -> str:
    outcome: dict[str, Any] = ballot.outcome or {}
    chosen: Iterable[int] = outcome.get("chosen") or ()
    names = list(ballot.options.order_by("place").values_list("name", flat=True))
    if ballot.form == Ballot.Form.YES_NO:
        return _("carried") if list(chosen) == [0] else _("not carried")
    return ", ".join(names[place] for place in chosen) or _("no choice was made")


def _processes(actor: Actor, meeting: Meeting) -> QuerySet[Process]:
    """The processes of the body that meets, as far as the actor sees them and the minutes may tell of them."""
    rows = visible_processes(actor).filter(**owner(body_of(meeting)), cancelled_on=None)
    return rows.filter(result_for=Process.Audience.EVERYBODY) if meeting.is_public else rows
