"""What the commands on sheets share: finding one, and taking its signatures out again."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from causeway.domains.petitions.commands import twins
from causeway.domains.petitions.models import Petition, Sheet, Signature
from causeway.domains.petitions.sheet_codes import code_of
from causeway.domains.petitions.taking_in import TypedLine, draft_of
from causeway.kernel.errors import Conflict, Missing


def locked_sheet(command: Any) -> Sheet:
    """The sheet, locked, with its petition, which is locked too so that two sheets are not matched at once."""
    petition_id = Sheet.objects.filter(pk=command.sheet_id).values_list("petition_id", flat=True).first()
    if petition_id is None:
        raise Missing
    Petition.objects.select_for_update(no_key=True).get(pk=petition_id)
    sheets = Sheet.objects.select_for_update(of=("self",), no_key=True).select_related("petition__campaign")
    return sheets.get(pk=command.sheet_id)


def named(sheet: Sheet) -> dict[str, str]:
    """The words for the audit trail: the sheet’s number and the petition, never who has it."""
    return {"sheet": code_of(sheet.number), "petition": sheet.petition.title}


def require_back(sheet: Sheet) -> None:
    """Raise Conflict unless the sheet is there to be taken in (one that is out counts as brought along)."""
    if sheet.state not in {Sheet.State.BACK, Sheet.State.OUT, Sheet.State.PRINTED}:
        raise Conflict(_("This sheet cannot be taken in: it is “%(state)s”.") % {"state": sheet.get_state_display()})


def take_out_again(sheet: Sheet) -> list[Signature | None]:
    """Undo the taking in: what was typed is a draft again, what was counted counts no more, and it is to be redone.

    Returns the signatures that count again in the place of those that went.
    """
    heirs = []
    lines = sheet.lines.exclude(signature=None).select_related("signature").order_by("number")
    signatures = [(line.number, line.signature) for line in lines if line.signature]
    sheet.draft = draft_of([_typed(number, signature) for number, signature in signatures])
    for _number, signature in signatures:
        signature.refresh_from_db()
        heirs.append(twins.hand_on(signature))
        signature.delete()
    sheet.lines.all().delete()
    sheet.state = Sheet.State.BACK
    sheet.counted = None
    sheet.taken_in_by = None
    sheet.taken_in_on = None
    sheet.save()
    return heirs


def _typed(number: int, signature: Signature) -> TypedLine:
    return TypedLine(
        number=number,
        name=signature.name,
        postcode=signature.postcode,
        email=signature.email,
        shows_name=signature.shows_name,
        updates=bool(signature.email),
    )
