"""Say that a sheet is lost."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.commands.sheets import locked_sheet, named
from causeway.domains.petitions.events import SheetLost
from causeway.domains.petitions.models import Sheet
from causeway.domains.petitions.paper_policies import may_take_in_sheet
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid

LONGEST_WHY = 300


@dataclass(frozen=True, kw_only=True)
class ReportSheetLost(Command[Sheet]):
    """Say that a sheet with people’s names on it cannot be found. The page then says what to do about the data."""

    sheet_id: UUID
    why: str


@performs(
    ReportSheetLost,
    policy=may_take_in_sheet,
    says="said that sheet {sheet} of “{petition}” is lost",
    finds=locked_sheet,
)
def report_sheet_lost(_actor: Actor, command: ReportSheetLost, sheet: Sheet) -> Done[Sheet]:
    if sheet.state not in {Sheet.State.PRINTED, Sheet.State.OUT, Sheet.State.BACK}:
        raise Conflict(_("This sheet has been taken in already. If the paper itself is lost, its lines still count."))
    why = " ".join(command.why.split())
    if not why or len(why) > LONGEST_WHY:
        raise Invalid(why=_("Say in one or two sentences what happened, without anybody’s name."))
    sheet.was, sheet.state = sheet.state, Sheet.State.LOST
    sheet.ended_on, sheet.ended_why = clock.today(), why
    sheet.save()
    return Done(
        sheet,
        scope=sheet.petition.campaign.alliance_id,
        about=sheet.petition_id,
        named=named(sheet),
        events=[SheetLost(sheet_id=sheet.pk, petition_id=sheet.petition_id)],
    )
