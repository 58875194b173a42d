"""Print sheets for a petition."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from causeway.domains.petitions.models import Petition, Sheet
from causeway.domains.petitions.paper_policies import may_run_paper
from causeway.domains.petitions.sheet_codes import code_of
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid

MOST_SHEETS = 200
LINES = range(5, 41)


@dataclass(frozen=True, kw_only=True)
class PrintSheets(Command[list[Sheet]]):
    """Make sheets with consecutive numbers. ``return_to`` (where to bring them) and ``imprint`` are printed on each."""

    petition_id: UUID
    count: int = 1
    line_count: int = 20
    size: str = Sheet.Size.A4
    return_to: str = ""
    imprint: str = ""


@performs(
    PrintSheets,
    policy=may_run_paper,
    says="printed sheets {first} to {last} of “{petition}”",
    finds=locked(Petition, "petition_id"),
)
def print_sheets(_actor: Actor, command: PrintSheets, petition: Petition) -> Done[list[Sheet]]:
    if not petition.is_open:
        raise Invalid(_("Open the petition first: what is printed must not change any more."))
    if not 1 <= command.count <= MOST_SHEETS:
        raise Invalid(count=_("Print between 1 and %(n)s sheets at a time.") % {"n": MOST_SHEETS})
    if command.line_count not in LINES:
        raise Invalid(line_count=_("Choose between 5 and 40 lines for a sheet."))
    if command.size not in Sheet.Size.values:
        raise Invalid(size=_("Choose A4 or large print."))
    highest = petition.sheets.aggregate(n=Max("number"))["n"] or 0
    sheets = [
        Sheet(
            petition=petition,
            number=highest + step,
            size=command.size,
            line_count=command.line_count,
            printed_on=clock.today(),
            return_to=" ".join(command.return_to.split())[:160],
            imprint=" ".join(command.imprint.split())[:300],
        )
        for step in range(1, command.count + 1)
    ]
    Sheet.objects.bulk_create(sheets)
    return Done(
        sheets,
        scope=petition.campaign.alliance_id,
        about=petition.pk,
        named={
            "first": code_of(sheets[0].number),
            "last": code_of(sheets[-1].number),
            "petition": petition.title,
        },
    )
