"""Suggest a name."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import Process, Suggestion
from causeway.domains.assemblies.name_policies import may_suggest_name
from causeway.domains.assemblies.trail import in_trail
from causeway.domains.assemblies.wording import a_line
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

MOST_EACH, MOST = 3, 60


@dataclass(frozen=True, kw_only=True)
class SuggestName(Command[Suggestion]):
    """Suggest a name and say why. Nobody is shown whose it was; each may suggest three."""

    process_id: UUID
    name: str
    why: str = ""


@performs(
    SuggestName,
    policy=may_suggest_name,
    says="suggested a name in “{process}”",
    finds=locked(Process, "process_id"),
    to_the_day=True,
)
def suggest_name(actor: Actor, command: SuggestName, process: Process) -> Done[Suggestion]:
    person_id, there = signed_in(actor), Suggestion.objects.filter(process=process)
    name = a_line(command.name, "name", longest=100)
    if there.filter(name__iexact=name).exists():
        raise Invalid(name=_("This name is there already."))
    if there.filter(suggested_by=person_id).count() >= MOST_EACH:
        raise Conflict(_("You have suggested three names. Take one back to suggest another."))
    if there.count() >= MOST:
        raise Conflict(_("There are as many names as a paper can hold."))
    suggestion = Suggestion.objects.create(
        process=process,
        name=name,
        why=some_text(command.why, "why", longest=300, needed=False),
        suggested_by_id=person_id,
        suggested_on=clock.today(),
    )
    return in_trail(process, suggestion)
