"""Forget who counted hands and cast cards, of somebody whose account was erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.assemblies.models import CardCast, Duty, HandCount, StackCount
from causeway.domains.assemblies.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class ForgetTeller(Command[None]):
    """Take a person off the counts and cards that they typed in. The numbers stay, or nobody could check results."""

    person_id: UUID


@performs(ForgetTeller, policy=only_a_job, says="forgot for what an erased account was a teller")
def forget_teller(_actor: Actor, command: ForgetTeller, _subject: Any) -> Done[None]:
    HandCount.objects.filter(teller_id=command.person_id).update(teller=None)
    CardCast.objects.filter(cast_by_id=command.person_id).update(cast_by=None)
    Duty.objects.filter(person_id=command.person_id).delete()
    StackCount.objects.filter(teller_id=command.person_id).delete()
    return Done(None, scope=command.person_id)
