"""Type a sheet in."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.petitions.commands import twins
from causeway.domains.petitions.commands.sheets import locked_sheet, named, require_back
from causeway.domains.petitions.events import SheetTakenIn, SignatureConfirmed
from causeway.domains.petitions.models import Sheet, SheetLine, Signature
from causeway.domains.petitions.paper_policies import may_take_in_sheet
from causeway.domains.petitions.taking_in import TypedLine, read_lines, signature_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor, person_of
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class TypeSheet(Command[Sheet]):
    """Take a sheet’s lines in. Each becomes a signature that counts, or refers to the one that counts already."""

    sheet_id: UUID
    lines: tuple[TypedLine, ...]


@performs(TypeSheet, policy=may_take_in_sheet, says="typed in sheet {sheet} of “{petition}”", finds=locked_sheet)
def type_sheet(actor: Actor, command: TypeSheet, sheet: Sheet) -> Done[Sheet]:
    require_back(sheet)
    lines = read_lines(command.lines, sheet.line_count)
    if not lines:
        raise Invalid(_("Type at least one line. If nobody signed the sheet, make it void instead."))
    signatures = [_take_in(line, sheet) for line in lines]
    sheet.state = Sheet.State.TYPED
    sheet.draft = ""
    sheet.taken_in_by_id = person_of(actor)
    sheet.taken_in_on = clock.today()
    sheet.save()
    return Done(
        sheet,
        events=[
            SheetTakenIn(sheet_id=sheet.pk, petition_id=sheet.petition_id),
            *(SignatureConfirmed(signature_id=row.pk, petition_id=row.petition_id) for row in signatures),
        ],
        scope=sheet.petition.campaign.alliance_id,
        about=sheet.petition_id,
        named=named(sheet),
    )


def _take_in(line: TypedLine, sheet: Sheet) -> Signature:
    signature = signature_of(line, sheet)
    signature.signed_at = signature.confirmed_at = clock.now()
    signature.save(force_insert=True)
    SheetLine.objects.update_or_create(
        sheet=sheet, number=line.number, defaults={"signature": signature, "withdrawn_on": None}
    )
    twins.match(signature)
    return signature
