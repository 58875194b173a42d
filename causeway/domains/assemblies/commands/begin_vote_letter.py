"""Begin a letter to electors."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.elector_letters import about, due
from causeway.domains.assemblies.models import Announced, Process, VoteLetter
from causeway.domains.assemblies.policies import only_a_job
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class BeginVoteLetter(Command[VoteLetter]):
    """Begin the letter that is due about a process, or about those of its steps for which one is due. Each once."""

    kind: str
    about_id: UUID


@performs(
    BeginVoteLetter,
    policy=only_a_job,
    says="began a letter to the electors of “{process}”",
    finds=locked(Process, "about_id"),
)
def begin_vote_letter(_actor: Actor, command: BeginVoteLetter, process: Process) -> Done[VoteLetter]:
    votes = [one for one in due(command.kind) if about(one) == process]
    if not votes:
        raise Conflict(_("This letter has begun already."))
    letter = VoteLetter.objects.create(about=process, kind=command.kind, begun_at=clock.now())
    Announced.objects.bulk_create(Announced(letter=letter, process=one, kind=command.kind) for one in votes)
    return in_trail(process, letter)
