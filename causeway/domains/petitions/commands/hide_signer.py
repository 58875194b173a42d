"""Show no signature of somebody who hides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from causeway.domains.petitions.leaving import signatures_of_address
from causeway.domains.petitions.models import Signature
from causeway.domains.petitions.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class HideSigner(Command[None]):
    """Take the names of an address’s signatures off the public pages. The signatures count on."""

    person_id: UUID
    email: str = field(repr=False)


@performs(HideSigner, policy=only_a_job, says="took the name of somebody who hides off signatures")
def hide_signer(_actor: Actor, command: HideSigner, _subject: Any) -> Done[None]:
    shown = [row.pk for row in signatures_of_address(command.email) if row.shows_name]
    Signature.objects.filter(pk__in=shown).update(shows_name=False)
    return Done(None, scope=command.person_id)
