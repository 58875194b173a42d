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
    RUNNING = "running"
    """One of the phases of a process without a ballot is open."""
    FINISHED = "finished"
    """The last phase of a process without a ballot is over."""


def phase_of(process: Process, kind: Phase.Kind) -> Phase:
    """The phase of that kind; raises StopIteration where the process has none."""
    return next(phase for phase in process.phases.all() if phase.kind == kind)


def open_phases(process: Process) -> list[Phase]:
    """The phases that are open now; none in a process that was cancelled."""
    now = clock.now()
    running = [phase for phase in process.phases.all() if phase.opens_at <= now < phase.closes_at]
    return [] if process.cancelled_on else running


def is_open(process: Process, kind: Phase.Kind) -> bool:
    """Whether the process has a phase of that kind, and it is open now: what that phase allows is allowed."""
    return any(phase.kind == kind for phase in open_phases(process))


def has_ballot(process: Process) -> bool:
    """Whether the process itself is decided by a ballot; one without has phases only, or steps that have ballots."""
    return hasattr(process, "ballot")


def stage_of(process: Process) -> Stage:
    """Where the process stands. Reads its phases, roll, objections and ballot; prefetch them for many."""
    if process.cancelled_on:
        return Stage.CANCELLED
    return _stage_of_ballot(process) if has_ballot(process) else _stage_of_phases(process)


def _stage_of_phases(process: Process) -> Stage:
    if open_phases(process):
        return Stage.RUNNING
    ahead = any(phase.opens_at > clock.now() for phase in process.phases.all())
    return Stage.WAITING if ahead else Stage.FINISHED


def _stage_of_ballot(process: Process) -> Stage:
    now = clock.now()
    vote = phase_of(process, Phase.Kind.VOTE)
    if process.ballot.counted_at:
        return Stage.COUNTED
    if process.roll.settled_at is None:
        return Stage.SETTING_UP
    if any(phase.kind == Phase.Kind.OBJECT and phase.closes_at > now for phase in process.phases.all()):
        return Stage.OBJECTING  # a quick poll opens at once: nobody objects to its roll
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
