"""Choose how one is reminded of shifts, or stop it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.campaigns.models import ReminderChoice
from causeway.domains.campaigns.rota_policies import may_set_reminders
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Actor, Bearer, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid, Missing

CHOICES = (2, 12, 24, 48)


@dataclass(frozen=True, kw_only=True)
class ChooseReminders(Command[ReminderChoice]):
    """Be reminded so many hours before each shift; None stops reminders, at once and for every campaign."""

    hours_before: int | None


@performs(ChooseReminders, policy=may_set_reminders, says="chose how to be reminded of shifts")
def choose_reminders(actor: Actor, command: ChooseReminders, _subject: Any) -> Done[ReminderChoice]:
    person_id = actor.subject_id if isinstance(actor, Bearer) else signed_in(actor)
    if not Person.objects.filter(pk=person_id).exists():
        raise Missing
    if command.hours_before is None:
        wanted: dict[str, Any] = {"stopped_at": clock.now()}
    elif command.hours_before in CHOICES:
        wanted = {"hours_before": command.hours_before, "stopped_at": None}
    else:
        raise Invalid(hours_before=_("Choose one of the times."))
    choice, _made = ReminderChoice.objects.update_or_create(person_id=person_id, defaults=wanted)
    return Done(choice, scope=person_id)
