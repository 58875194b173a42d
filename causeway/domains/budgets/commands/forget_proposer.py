"""Forget somebody whose account was erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.budgets.models import Coster, Costing, Line, Need, Proposal, Sponsor
from causeway.domains.budgets.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class ForgetProposer(Command[None]):
    """Take a person out of all budgets. What they proposed stays without them; their names are deleted."""

    person_id: UUID


@performs(ForgetProposer, policy=only_a_job, says="forgot what budgets held about an erased account")
def forget_proposer(_actor: Actor, command: ForgetProposer, _subject: Any) -> Done[None]:
    person_id = command.person_id
    Sponsor.objects.filter(person_id=person_id).delete()
    Coster.objects.filter(person_id=person_id).delete()
    Costing.objects.filter(person_id=person_id).update(person=None, name="", competence="")
    Need.objects.filter(added_by_id=person_id).update(added_by=None)
    Proposal.objects.filter(proposed_by_id=person_id).update(proposed_by=None)
    Line.objects.filter(marked_by_id=person_id).update(marked_by=None)
    return Done(None, scope=person_id)
