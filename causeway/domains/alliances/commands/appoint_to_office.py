"""Appoint somebody to an office."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.alliances.bodies import Body, find_body
from causeway.domains.alliances.commands.office_in import office_in
from causeway.domains.alliances.models import Term
from causeway.domains.alliances.policies import may_appoint
from causeway.domains.people.models import Person
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class AppointToOffice(Command[Term]):
    """Give an office to a person who has agreed to it, for a term. ``OfferOffice`` asks somebody first."""

    body_id: UUID
    person_id: UUID
    title: str
    role: str
    starts_on: date | None = None
    ends_on: date | None = None


@performs(AppointToOffice, policy=may_appoint, says="appointed a {title} of “{body}”", finds=find_body)
def appoint_to_office(_actor: Actor, command: AppointToOffice, body: Body) -> Done[Term]:
    starts_on = command.starts_on or clock.today()
    if command.ends_on and command.ends_on < starts_on:
        raise Invalid(ends_on=_("A term cannot end before it starts."))
    if not Person.objects.filter(pk=command.person_id, is_active=True).exists():
        raise Invalid(person_id=_("There is no such person."))
    office = office_in(body, title=command.title, role=command.role)
    term = Term.objects.create(office=office, person_id=command.person_id, starts_on=starts_on, ends_on=command.ends_on)
    return Done(term, scope=body.pk, about=office.pk, named={"title": office.title, "body": body.name})
