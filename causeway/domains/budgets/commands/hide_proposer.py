"""Hide somebody who asked to be hidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.budgets.models import Coster, Costing, Sponsor
from causeway.domains.budgets.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class HideProposer(Command[None]):
    """Take a person’s name out of all budgets: they sponsor and cost no more, and what they costed has no name."""

    person_id: UUID


@performs(HideProposer, policy=only_a_job, says="took the name of somebody who hides out of budgets")
def hide_proposer(_actor: Actor, command: HideProposer, _subject: Any) -> Done[None]:
    Sponsor.objects.filter(person_id=command.person_id).delete()
    Coster.objects.filter(person_id=command.person_id).delete()
    Costing.objects.filter(person_id=command.person_id).update(name="", competence="")
    return Done(None, scope=command.person_id)
