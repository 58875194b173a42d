"""Put one’s name to an impact check."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.wording import some_text
from causeway.domains.impact.models import ImpactCheck, Writer
from causeway.domains.impact.policies import may_put_name
from causeway.domains.impact.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class PutNameToCheck(Command[Writer]):
    """Write the check with others, under a name that readers see; or change that name."""

    check_id: UUID
    name: str


@performs(
    PutNameToCheck,
    policy=may_put_name,
    says="put their name to the impact check of “{subject}”",
    finds=locked(ImpactCheck, "check_id"),
)
def put_name_to_check(actor: Actor, command: PutNameToCheck, check: ImpactCheck) -> Done[Writer]:
    name = some_text(command.name, "name", longest=100)
    writer, _new = Writer.objects.update_or_create(
        check_of=check,
        person_id=signed_in(actor),
        defaults={"name": name},
        create_defaults={"name": name, "since": clock.today()},
    )
    return in_trail(check, writer)
