"""Take up a duty in a vote by post."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import Duty, Process
from causeway.domains.assemblies.postal import kind_with
from causeway.domains.assemblies.postal_policies import may_take_up_duty
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class TakeUpDuty(Command[Duty]):
    """Open outer envelopes, or type papers in, as the code says. Nobody does both in one vote."""

    process_id: UUID
    code: str


@performs(
    TakeUpDuty,
    policy=may_take_up_duty,
    says="took up a duty with the papers of “{process}”: {duty}",
    finds=locked(Process, "process_id"),
)
def take_up_duty(actor: Actor, command: TakeUpDuty, process: Process) -> Done[Duty]:
    kind = kind_with(process, command.code)
    if not kind:
        raise Invalid(code=_("This code gives no duty in this vote. Check it letter by letter."))
    duty, _new = Duty.objects.get_or_create(process=process, person_id=signed_in(actor), defaults={"kind": kind})
    if duty.kind != kind:
        raise Conflict(_("You have the other duty in this vote. Whoever opens envelopes must not type papers in."))
    return in_trail(process, duty, duty=str(duty.get_kind_display()).lower())
