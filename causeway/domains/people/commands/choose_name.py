"""Choose the name that others see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.people.models import Person
from causeway.domains.people.policies import may_keep_own_account
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid

LONGEST = 80


@dataclass(frozen=True, kw_only=True)
class ChooseName(Command[None]):
    """Be seen by this name or pseudonym; an empty one makes you “A member”."""

    display_name: str


@performs(ChooseName, policy=may_keep_own_account, says="chose a display name")
def choose_name(actor: Actor, command: ChooseName, _subject: Any) -> Done[None]:
    name = " ".join(command.display_name.split())
    if len(name) > LONGEST:
        raise Invalid(display_name=_("Use 80 characters or fewer."))
    if "@" in name:
        raise Invalid(display_name=_("Do not use an e-mail address: others see this name."))
    person_id = signed_in(actor)
    Person.objects.filter(pk=person_id).update(display_name=name)
    return Done(None, scope=person_id, about=person_id)
