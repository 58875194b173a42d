"""Object to a roll."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import Objection, Roll
from causeway.domains.assemblies.policies import may_object_to_roll
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict

MOST_EACH = 3


@dataclass(frozen=True, kw_only=True)
class ObjectToRoll(Command[Objection]):
    """Say what is wrong with the roll. Those who run the vote, and nobody else, read it and must answer."""

    process_id: UUID
    text: str


@performs(
    ObjectToRoll,
    policy=may_object_to_roll,
    says="objected to the roll of “{process}”",
    finds=locked(Roll, "process_id"),
)
def object_to_roll(actor: Actor, command: ObjectToRoll, roll: Roll) -> Done[Objection]:
    person_id = signed_in(actor)
    if Objection.objects.filter(roll=roll, raised_by_id=person_id).count() >= MOST_EACH:
        raise Conflict(_("You have objected three times. Speak to those who run the vote."))
    objection = Objection.objects.create(
        roll=roll,
        text=some_text(command.text, "text", longest=1000),
        raised_by_id=person_id,
        raised_on=clock.today(),
    )
    return in_trail(roll.process, objection)
