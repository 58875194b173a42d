"""Forget somebody whose account was erased."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.assemblies.models import Elector, Nomination, Objection, PostalPaper
from causeway.domains.assemblies.policies import only_a_job
from causeway.domains.assemblies.standing import index_of_elector
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs

INDEX_BYTES = 32


@dataclass(frozen=True, kw_only=True)
class ForgetElector(Command[None]):
    """Take a person off every roll by which they could be found, and their objections with them.

    A place on a roll stays, under an index that belongs to nobody, so that the numbers of a vote stay true. So does
    the name on a paper that was made: the result could not be counted again without it.
    """

    person_id: UUID


@performs(ForgetElector, policy=only_a_job, says="forgot what assemblies held about an erased account")
def forget_elector(_actor: Actor, command: ForgetElector, _subject: Any) -> Done[None]:
    for elector in Elector.objects.filter(person_index=index_of_elector(command.person_id)):
        elector.person_index = secrets.token_bytes(INDEX_BYTES)
        elector.sections = ""
        elector.save(update_fields=["person_index", "sections"])
        PostalPaper.objects.filter(elector=elector).update(address="")
    Objection.objects.filter(raised_by_id=command.person_id).delete()
    mine = Nomination.objects.filter(person_id=command.person_id)
    mine.filter(process__ballot__tie_seed="").delete()
    mine.update(person=None, statement="")
    return Done(None, scope=command.person_id)
