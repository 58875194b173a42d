"""Begin an impact check."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from causeway.domains.campaigns.wording import some_text
from causeway.domains.impact.models import ImpactCheck, Writer
from causeway.domains.impact.policies import may_begin_check
from causeway.domains.impact.subjects import Subject, subject_at
from causeway.domains.impact.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class BeginCheck(Command[ImpactCheck]):
    """Begin the check of a threat, a motion or a proposal, and put one’s name to it, as readers will see it."""

    kind: str
    subject_id: UUID
    name: str


def find_subject(command: BeginCheck) -> Subject:
    """What the check is about. Raises Missing."""
    return subject_at(command.kind, command.subject_id)


@performs(BeginCheck, policy=may_begin_check, says="began the impact check of “{subject}”", finds=find_subject)
def begin_check(actor: Actor, command: BeginCheck, subject: Subject) -> Done[ImpactCheck]:
    name = some_text(command.name, "name", longest=100)
    try:
        with transaction.atomic():
            check = ImpactCheck.objects.create(
                kind=subject.kind.name, subject_id=subject.row.pk, begun_on=clock.today()
            )
    except IntegrityError:
        raise Conflict(_("Somebody has begun this check already. Add to theirs.")) from None
    Writer.objects.create(check_of=check, person_id=signed_in(actor), name=name, since=clock.today())
    return in_trail(check, check, subject)
