"""Register a sheet out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.people.models import Person
from causeway.domains.petitions.commands.sheets import locked_sheet, named
from causeway.domains.petitions.models import Sheet
from causeway.domains.petitions.paper_policies import may_run_sheet
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid

USUAL_DAYS = 14
LONGEST_DAYS = 366
LONGEST_PLACE = 120


@dataclass(frozen=True, kw_only=True)
class HandOutSheet(Command[Sheet]):
    """Say where a sheet is: with a person who has an account (by e-mail address), or at a place that names nobody."""

    sheet_id: UUID
    email: str = ""
    place: str = ""
    due_on: date | None = None


@performs(HandOutSheet, policy=may_run_sheet, says="registered sheet {sheet} of “{petition}” out", finds=locked_sheet)
def hand_out_sheet(_actor: Actor, command: HandOutSheet, sheet: Sheet) -> Done[Sheet]:
    if sheet.state not in {Sheet.State.PRINTED, Sheet.State.OUT}:
        raise Conflict(
            _("This sheet is not to be given out: it is “%(state)s”.") % {"state": sheet.get_state_display()}
        )
    place = " ".join(command.place.split())
    email = command.email.strip()
    if bool(place) == bool(email):
        raise Invalid(place=_("Say either who has it or where it is, not both and not neither."))
    if len(place) > LONGEST_PLACE or "@" in place:
        raise Invalid(place=_("Name the place in a few words, without anybody’s name or address."))
    due_on = command.due_on or clock.today() + timedelta(days=USUAL_DAYS)
    if not clock.today() <= due_on <= clock.today() + timedelta(days=LONGEST_DAYS):
        raise Invalid(due_on=_("Choose a day from today to a year ahead."))
    sheet.holder = _holder(email) if email else None
    sheet.place = place
    sheet.state = Sheet.State.OUT
    sheet.out_on = sheet.out_on or clock.today()
    sheet.due_on = due_on
    sheet.save()
    return Done(sheet, scope=sheet.petition.campaign.alliance_id, about=sheet.petition_id, named=named(sheet))


def _holder(email: str) -> Person:
    person = Person.objects.filter(email__iexact=email, is_active=True, erased_at=None).first()
    if person is None:
        raise Invalid(
            email=_("Nobody has an account with this address. Name a place instead, for example “Flats, 3rd floor”.")
        )
    return person
