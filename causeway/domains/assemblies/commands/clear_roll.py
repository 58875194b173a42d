"""Delete who stood on a roll."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import Elector, Roll, Voted
from causeway.domains.assemblies.policies import only_a_job
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class ClearRoll(Command[None]):
    """Delete who stood on the roll of a ballot that was counted or cancelled, and who voted. The numbers stay."""

    process_id: UUID


@performs(ClearRoll, policy=only_a_job, says="deleted the roll of “{process}”", finds=locked(Roll, "process_id"))
def clear_roll(_actor: Actor, _command: ClearRoll, roll: Roll) -> Done[None]:
    if roll.process.ballot.counted_at is None and roll.process.cancelled_on is None:
        raise Conflict(_("This vote is not over."))
    Voted.objects.filter(elector__roll=roll).delete()
    Elector.objects.filter(roll=roll).delete()
    return in_trail(roll.process, None)
