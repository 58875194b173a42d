"""Move a vote that has not opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.course import may_still_change, phase_of
from causeway.domains.assemblies.dates import checked_vote
from causeway.domains.assemblies.models import Phase, Process
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class MoveVote(Command[Process]):
    """Give the vote other dates. The roll lies open for objections until the new opening."""

    process_id: UUID
    opens_at: datetime
    closes_at: datetime


@performs(
    MoveVote,
    policy=may_run_process,
    says="moved the vote of “{process}”",
    finds=locked(Process, "process_id"),
)
def move_vote(_actor: Actor, command: MoveVote, process: Process) -> Done[Process]:
    if not may_still_change(process):
        raise Conflict(_("The vote has opened, or is over. Its dates cannot change any more."))
    checked_vote(command.opens_at, command.closes_at)
    names = [phase for phase in process.phases.all() if phase.kind in {Phase.Kind.NOMINATE, Phase.Kind.PROPOSE}]
    if any(phase.closes_at > command.opens_at for phase in names):
        raise Invalid(opens_at=_("The vote cannot open while names are still put forward."))
    to_object, vote = phase_of(process, Phase.Kind.OBJECT), phase_of(process, Phase.Kind.VOTE)
    to_object.closes_at = vote.opens_at = command.opens_at
    vote.closes_at = command.closes_at
    to_object.save()
    vote.save()
    return in_trail(process, process)
