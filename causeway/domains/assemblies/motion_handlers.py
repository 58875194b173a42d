"""What follows from this room's events for motions."""

from __future__ import annotations

from causeway.domains.assemblies.commands.forget_mover import ForgetMover
from causeway.domains.assemblies.commands.settle_motion import SettleMotion
from causeway.domains.assemblies.events import BallotCounted
from causeway.domains.assemblies.models import MotionVote
from causeway.domains.people.events import PersonErased
from causeway.domains.people.leaving import traces_of_leaver
from causeway.kernel.actors import System
from causeway.kernel.perform import perform


def settle(event: BallotCounted) -> None:
    """The result of a vote on a motion takes effect."""
    waiting = MotionVote.objects.filter(pk=event.process_id, state=MotionVote.State.OPEN)
    if waiting.exists():
        perform(System(reason="the vote is counted"), SettleMotion(process_id=event.process_id))


def forget(event: PersonErased) -> None:
    """Nothing that was moved leads to the person any more."""
    traces = traces_of_leaver(event.person_id)
    if traces:
        forgetting = ForgetMover(person_id=traces.person_id, email=traces.email)
        perform(System(reason="A person’s account was erased."), forgetting)
