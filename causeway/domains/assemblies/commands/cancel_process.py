"""Cancel a process."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.course import Stage, has_ballot, stage_of
from causeway.domains.assemblies.floor_standing import was_recorded
from causeway.domains.assemblies.models import Ballot, Paper, Process
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class CancelProcess(Command[Process]):
    """End a process without a result, with a reason that all read. Papers that lie in the box are destroyed unread."""

    process_id: UUID
    reason: str


@performs(
    CancelProcess,
    policy=may_run_process,
    says="cancelled the vote “{process}”",
    finds=locked(Process, "process_id"),
)
def cancel_process(_actor: Actor, command: CancelProcess, process: Process) -> Done[Process]:
    if stage_of(process) in {Stage.COUNTED, Stage.FINISHED, Stage.CANCELLED}:
        raise Conflict(_("This vote is over already."))
    if stage_of(process) is Stage.TO_COUNT:
        raise Conflict(_("This vote is closed, and will be counted. It cannot be cancelled any more."))
    if was_recorded(process):
        raise Conflict(_("A result was recorded. It is corrected only by counting again, and not taken back."))
    call_off(process, some_text(command.reason, "reason", longest=300))
    return in_trail(process, process)


def call_off(process: Process, reason: str) -> None:
    """The cancelling itself."""
    process.cancel_reason = reason
    process.cancelled_on = clock.today()
    process.save(update_fields=["cancelled_on", "cancel_reason"])
    if has_ballot(process):
        _destroy_papers(process)


def _destroy_papers(process: Process) -> None:
    ballot = Ballot.objects.select_for_update().get(process=process)  # papers on their way wait, and are refused
    ballot.closed_at = clock.now()
    ballot.save(update_fields=["closed_at"])
    Paper.objects.filter(ballot=ballot).delete()
