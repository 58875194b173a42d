"""What questions put to meetings add to the page of the meeting, and to their own."""

from __future__ import annotations

from causeway.domains.alliances.models import Meeting
from causeway.domains.assemblies.floor_queries import floor_of_meeting, question_with, rounds_of, shown
from causeway.domains.assemblies.models import Process
from causeway.domains.assemblies.standing import runs
from causeway.kernel.actors import Actor
from causeway.kernel.panels import Panel


def questions_at_meeting(actor: Actor, meeting: Meeting) -> Panel | None:
    """What was put to the meeting; for those who run it, the way to put a question while it meets."""
    it = floor_of_meeting(actor, meeting)
    if not it.questions and not (it.runs_it and it.meets_now):
        return None
    return Panel("assemblies/floor_meeting.html", {"it": it})


def question_of_process(actor: Actor, process: Process) -> Panel | None:
    """The result of a question that was put to a meeting, and every round in which hands were counted."""
    if process.blueprint != Process.Blueprint.POLL or not hasattr(process, "floor_vote"):
        return None
    vote = question_with(actor, process.pk)
    context = {"question": shown(vote), "rounds": rounds_of(vote), "runs_it": runs(actor, process)}
    return Panel("assemblies/floor_question.html", context)
