"""Sum an impact check up."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.wording import some_text
from causeway.domains.impact.models import ImpactCheck
from causeway.domains.impact.policies import may_write_check
from causeway.domains.impact.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class SumUpCheck(Command[ImpactCheck]):
    """Say in a few sentences what comes out, for the summary that travels along; and whether the frame is used."""

    check_id: UUID
    gist: str
    uses_frame: bool = False


@performs(
    SumUpCheck,
    policy=may_write_check,
    says="summed up the impact check of “{subject}”",
    finds=locked(ImpactCheck, "check_id"),
)
def sum_up_check(_actor: Actor, command: SumUpCheck, check: ImpactCheck) -> Done[ImpactCheck]:
    check.gist = some_text(command.gist, "gist", longest=600)
    check.uses_frame = command.uses_frame
    check.save(update_fields=["gist", "uses_frame"])
    return in_trail(check, check)
