"""Where a process stands: its phases open rights, by the clock alone."""

from __future__ import annotations

from enum import Enum

from causeway.domains.assemblies.models import Phase, Process
from causeway.kernel import clock


class Stage(Enum):
    """Where a process stands today."""

    SETTING_UP = "setting up"
    """Its roll is not settled yet."""
    OBJECTING = "objecting"
    WAITING = "waiting"
    """Before the vote; or after it should have opened, while an objection is not answered or no paper is made."""
    VOTING = "voting"
    TO_COUNT = "to count"
    COUNTED = "counted"
    CANCELLED = "cancelled"


def phase_of(process: Process, kind: Phase.Kind) -> Phase:
    """The phase of that kind; every process has one of each."""
    return next(phase for phase in process.phases.all() if phase.kind == kind)


def stage_of(process: Process) -> Stage:
    """Where the process stands. Reads its phases, roll, objections and ballot; prefetch them for many."""
    now = clock.now()
    vote = phase_of(process, Phase.Kind.VOTE)
    if process.cancelled_on:
        return Stage.CANCELLED
    if process.ballot.counted_at:
        return Stage.COUNTED
    if process.roll.settled_at is None:
        return Stage.SETTING_UP
    if phase_of(process, Phase.Kind.OBJECT).closes_at > now:
        return Stage.OBJECTING
    if now < vote.opens_at or unanswered(process) or not process.ballot.tie_seed:
        return Stage.WAITING
    return Stage.VOTING if now < vote.closes_at else Stage.TO_COUNT


def unanswered(process: Process) -> int:
    """How many objections to the roll wait for an answer."""
    return sum(objection.answered_on is None for objection in process.roll.objections.all())


def nominations_are_open(process: Process) -> bool:
    """Whether people may put themselves forward now: the roll is settled, and the time is not over."""
    settled = process.roll.settled_at is not None and not process.cancelled_on
    return settled and _stands_by_names(process) and clock.now() < phase_of(process, Phase.Kind.NOMINATE).closes_at


def nominations_are_over(process: Process) -> bool:
    """Whether the paper waits to be made: the time to put names forward is over."""
    waiting = process.roll.settled_at is not None and not process.cancelled_on and not process.ballot.tie_seed
    return waiting and _stands_by_names(process) and clock.now() >= phase_of(process, Phase.Kind.NOMINATE).closes_at


def _stands_by_names(process: Process) -> bool:
    return process.blueprint == Process.Blueprint.ELECTION


def may_still_change(process: Process) -> bool:
    """Whether the vote has not opened yet: after that, neither roll nor dates can be touched."""
    return stage_of(process) in {Stage.SETTING_UP, Stage.OBJECTING, Stage.WAITING}
