"""The files of signatures: the fewest columns, and a mark in each by which a leaked copy can be traced.

The file says in plain words which export it is. Besides, one line among the others names nobody: an invented person,
made from the export's identifier with our key. Whoever strips the first leaves the second; ``is_mark_of`` tells whose
copy a found name is from. The count on the page never includes it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from causeway.domains.people.models import Channel
from causeway.domains.people.queries import contactable
from causeway.domains.petitions import postcodes, wording
from causeway.domains.petitions.models import STANDS, Export, Signature
from causeway.kernel.sealing import blind_index

GIVEN = "Alys Bram Cerys Dorin Edda Fion Greta Hale Isla Joss Kerra Lorn Mabyn Nye Orla Perran Rhona Silas Tegan Una"
FAMILY = (
    "Arkle Bexwith Corrin Dallow Eskham Fenwold Garrick Hollin Ivatt Jessop Kerslow Lanyon Marrick Norbeck Oxspring"
)
ENDS = "by croft dale field ford ham hurst ley mere stead thorpe ton wick worth yard"
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BATCH = 1000

Row = tuple[str, str]


def rows_of(export: Export) -> list[Row]:
    """What the signers agreed to: names and areas, or the addresses that they passed on to one organisation."""
    if export.kind == Export.Kind.NAMES:
        shown = export.petition.signatures.filter(STANDS, shows_name=True).only("name", "area")
        return sorted((row.name, postcodes.name_of(row.area)) for row in shown.iterator(BATCH))
    return sorted(_passed_on(export))


def _passed_on(export: Export) -> Iterator[Row]:
    reachable = export.petition.signatures.filter(STANDS, reachable=True).only("name", "email").order_by("pk")
    batch: list[Signature] = []
    for signature in reachable.iterator(BATCH):
        batch.append(signature)
        if len(batch) == BATCH:
            yield from _agreed(export, batch)
            batch = []
    yield from _agreed(export, batch)


def _agreed(export: Export, batch: Sequence[Signature]) -> list[Row]:
    if export.organisation_id is None:
        return []
    emails = [row.email for row in batch]
    agreed = contactable(emails, export.organisation_id, Channel.EMAIL, wording.ADDRESS_GIVEN)
    return [(row.name, row.email) for row in batch if row.email in agreed]


def mark_of(export: Export) -> str:
    """The invented name in this export, and in no other."""
    digest = blind_index(export.pk.hex, "export.mark")
    given, family, ends = GIVEN.split(), FAMILY.split(), ENDS.split()
    first = given[digest[0] % len(given)]
    second = family[digest[1] % len(family)] + ends[digest[2] % len(ends)]
    return f"{first} {chr(65 + digest[3] % 26)} {second}"


def is_mark_of(name: str, export: Export) -> bool:
    """Whether a name found somewhere shows that the copy came from this export."""
    return name.casefold().strip() == mark_of(export).casefold()


def as_csv(export: Export, rows: Sequence[Row]) -> str:
    """The file, with its marks. Signs that a spreadsheet would run as a formula are made harmless."""
    with_mark = sorted([*rows, (mark_of(export), rows[0][1] if rows and export.kind == Export.Kind.NAMES else "")])
    second = _("Area") if export.kind == Export.Kind.NAMES else _("E-mail address")
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([_("Name"), second])
    writer.writerows([_harmless(cell) for cell in row] for row in with_mark)
    said = _("Export %(id)s. For: %(reason)s. Every copy can be traced. Delete it when that is done.")
    writer.writerow([_harmless(said % {"id": export.pk, "reason": export.reason}), ""])
    return out.getvalue()


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
