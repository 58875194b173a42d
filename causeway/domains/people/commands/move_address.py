"""Move what stands under an address to its person's new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.people.addresses import index_of_address
from causeway.domains.people.models import Consent, RightsRequest, Suppression
from causeway.domains.people.policies import only_the_system
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class MoveAddress(Command[None]):
    """A person has a new address: their consents, requests and their wish to hear nothing go with them."""

    person_id: UUID
    from_email: str
    to_email: str


@performs(MoveAddress, policy=only_the_system, says="moved a person’s consents to their new address")
def move_address(_actor: Actor, command: MoveAddress, _subject: Any) -> Done[None]:
    old, new = index_of_address(command.from_email), index_of_address(command.to_email)
    already = Consent.objects.filter(subject_index=new, withdrawn_at=None)
    for consent in already:
        Consent.objects.filter(
            subject_index=old,
            controller_id=consent.controller_id,
            channel=consent.channel,
            purpose=consent.purpose,
            withdrawn_at=None,
        ).update(withdrawn_at=clock.now())
    Consent.objects.filter(subject_index=old).update(subject_index=new)
    RightsRequest.objects.filter(person_id=command.person_id).update(subject_index=new)
    if Suppression.objects.filter(subject_index=old).exists():
        Suppression.objects.get_or_create(subject_index=new, defaults={"since": clock.now()})
    return Done(None, scope=command.person_id, about=command.person_id)
