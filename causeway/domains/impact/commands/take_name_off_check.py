"""Take one’s name off an impact check."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.impact.models import ImpactCheck, Writer
from causeway.domains.impact.policies import may_take_name_off
from causeway.domains.impact.trail import in_trail
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class TakeNameOffCheck(Command[None]):
    """Show one’s name no longer, in no edition. What was written stays; the check is no longer one’s to change."""

    check_id: UUID


@performs(
    TakeNameOffCheck,
    policy=may_take_name_off,
    says="took their name off the impact check of “{subject}”",
    finds=locked(ImpactCheck, "check_id"),
)
def take_name_off_check(actor: Actor, _command: TakeNameOffCheck, check: ImpactCheck) -> Done[None]:
    Writer.objects.filter(check_of=check, person_id=signed_in(actor)).delete()
    return in_trail(check, None)
