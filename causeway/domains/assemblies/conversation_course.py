"""Where a conversation stands: its phase opens it, by the clock alone."""

from __future__ import annotations

from causeway.domains.assemblies.course import is_open
from causeway.domains.assemblies.models import Conversation, Phase, Process
from causeway.kernel import clock


def deliberation_of(process: Process) -> Phase | None:
    """The phase in which the process deliberates, where it has one."""
    return next((phase for phase in process.phases.all() if phase.kind == Phase.Kind.DELIBERATE), None)


def is_going_on(conversation: Conversation) -> bool:
    """Whether people may vote on statements now."""
    return is_open(conversation.process, Phase.Kind.DELIBERATE)


def takes_statements(conversation: Conversation) -> bool:
    """Whether people may write statements now."""
    return is_going_on(conversation) and conversation.frozen_at is None


def may_still_be_opened(conversation: Conversation) -> bool:
    """Whether those who run it may still put statements in: it is ahead or going on, and not frozen."""
    return not is_over(conversation) and conversation.frozen_at is None


def is_over(conversation: Conversation) -> bool:
    """Whether its time is over, or it was cancelled."""
    phase = deliberation_of(conversation.process)
    return phase is None or conversation.process.cancelled_on is not None or clock.now() >= phase.closes_at
