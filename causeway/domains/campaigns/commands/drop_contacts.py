"""Delete the addresses of those who withdrew their consent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from causeway.domains.campaigns.event_policies import is_the_system
from causeway.domains.campaigns.ladder_standing import PURPOSE
from causeway.domains.campaigns.models import Contact
from causeway.domains.people.models import Channel
from causeway.domains.people.queries import contactable
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs

AT_A_TIME = 500


@dataclass(frozen=True, kw_only=True)
class DropContacts(Command[int]):
    """Delete every contact whose consent no longer runs; returns how many."""


@performs(DropContacts, policy=is_the_system, says="deleted the addresses of those who withdrew their consent")
def drop_contacts(_actor: Actor, _command: DropContacts, _subject: Any) -> Done[int]:
    dropped = 0
    for controller_id in list(Contact.objects.values_list("controller_id", flat=True).distinct()):
        contacts = list(Contact.objects.filter(controller_id=controller_id))
        for start in range(0, len(contacts), AT_A_TIME):
            some = contacts[start : start + AT_A_TIME]
            agreed = contactable([each.email for each in some], controller_id, Channel.EMAIL, PURPOSE)
            gone = [each.pk for each in some if each.email not in agreed]
            Contact.objects.filter(pk__in=gone).delete()
            dropped += len(gone)
    return Done(dropped)
