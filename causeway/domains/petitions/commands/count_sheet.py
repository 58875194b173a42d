"""Count a sheet, with a photograph, without typing it in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.commands.sheets import locked_sheet, named, require_back
from causeway.domains.petitions.events import SheetTakenIn
from causeway.domains.petitions.models import Sheet, SheetPhoto
from causeway.domains.petitions.paper_policies import may_take_in_sheet
from causeway.domains.petitions.photographs import redrawn
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class CountSheet(Command[Sheet]):
    """Take in how many signed a sheet, with the photograph that the number rests on."""

    sheet_id: UUID
    counted: int
    photograph: bytes


@performs(CountSheet, policy=may_take_in_sheet, says="counted sheet {sheet} of “{petition}”", finds=locked_sheet)
def count_sheet(actor: Actor, command: CountSheet, sheet: Sheet) -> Done[Sheet]:
    require_back(sheet)
    if not 1 <= command.counted <= sheet.line_count:
        raise Invalid(counted=_("Enter a number from 1 to %(n)s, the lines of this sheet.") % {"n": sheet.line_count})
    picture = redrawn(command.photograph)
    SheetPhoto.objects.update_or_create(
        sheet=sheet,
        defaults={
            "picture": picture.jpeg,
            "width": picture.width,
            "height": picture.height,
            "taken_in_on": clock.today(),
        },
    )
    sheet.state = Sheet.State.COUNTED
    sheet.counted = command.counted
    sheet.draft = ""
    sheet.taken_in_by_id = person_of(actor)
    sheet.taken_in_on = clock.today()
    sheet.save()
    return Done(
        sheet,
        events=[SheetTakenIn(sheet_id=sheet.pk, petition_id=sheet.petition_id)],
        scope=sheet.petition.campaign.alliance_id,
        about=sheet.petition_id,
        named=named(sheet),
    )
