"""Stand for election."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import Nomination, Process
from causeway.domains.assemblies.policies import may_stand_for_election
from causeway.domains.assemblies.standing import sections_of
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.assemblies.wording import a_line
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid

MOST_CANDIDATES = 100


@dataclass(frozen=True, kw_only=True)
class StandForElection(Command[Nomination]):
    """Put oneself forward, or change what one says. Nobody is put forward by somebody else.

    ``section``: the one for which the candidate counts where places are kept for sections; their own, and shown.
    """

    process_id: UUID
    name: str
    statement: str = ""
    section: str = ""


@performs(
    StandForElection,
    policy=may_stand_for_election,
    says="stood in the election “{process}”",
    finds=locked(Process, "process_id"),
)
def stand_for_election(actor: Actor, command: StandForElection, process: Process) -> Done[Nomination]:
    person_id = signed_in(actor)
    others = Nomination.objects.filter(process=process).exclude(person_id=person_id)
    name = a_line(command.name, "name", longest=100)
    if others.filter(name__iexact=name).exists():
        raise Invalid(name=_("Somebody of this name stands already. Add what tells you apart."))
    if others.count() >= MOST_CANDIDATES:
        raise Invalid(name=_("More people stand than a paper can hold."))
    if command.section and command.section not in sections_of(person_id, process):
        raise Invalid(section=_("You belong to no organisation in this section."))
    if process.ballot.reserved and not command.section:
        raise Invalid(section=_("Say for which section you count."))
    nomination, _new = Nomination.objects.update_or_create(
        process=process,
        person_id=person_id,
        defaults={
            "name": name,
            "statement": some_text(command.statement, "statement", longest=2000, needed=False),
            "section": command.section if process.ballot.reserved else "",
            "stood_on": clock.today(),
        },
    )
    return in_trail(process, nomination)
