"""The files of signatures: the fewest columns, and a mark in each by which a leaked copy can be traced.

The file says in plain words which export it is. Besides, one line among the others names nobody: an invented person,
made from the export's identifier with our key. Whoever strips the first leaves the second; ``is_mark_of`` tells whose
copy a found name is from. The count on the page never includes it.
"""

from __future__ import annotations

import csv
import heapq
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import TextIO
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.people.models import Channel
from causeway.domains.people.queries import contactable
from causeway.domains.petitions import postcodes, wording
from causeway.domains.petitions.models import STANDS, Export, Signature
from causeway.kernel.sealing import blind_index
from causeway.kernel.spreadsheets import harmless

GIVEN = "Alys Bram Cerys Dorin Edda Fion Greta Hale Isla Joss Kerra Lorn Mabyn Nye Orla Perran Rhona Silas Tegan Una"
FAMILY = (
    "Arkle Bexwith Corrin Dallow Eskham Fenwold Garrick Hollin Ivatt Jessop Kerslow Lanyon Marrick Norbeck Oxspring"
)
ENDS = "by croft dale field ford ham hurst ley mere stead thorpe ton wick worth yard"
BATCH = 1000

Row = tuple[UUID, str, str]  # where it stands among the others, and its two cells


def rows_of(export: Export) -> Iterator[Row]:
    """What the signers agreed to: names and areas, or the addresses that they passed on to one organisation.

    A batch at a time, in the order of their identifiers, which are random: it tells nothing about who signed when.
    """
    if export.kind == Export.Kind.NAMES:
        shown = export.petition.signatures.filter(STANDS, shows_name=True).only("name", "area").order_by("pk")
        return ((row.pk, row.name, postcodes.name_of(row.area)) for row in shown.iterator(BATCH))
    return _passed_on(export)


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
    return [(row.pk, row.name, row.email) for row in batch if row.email in agreed]


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


def write_csv(export: Export, out: TextIO) -> int:
    """Write the file with its marks, and never hold it whole; returns how many signatures are in it.

    Signs that a spreadsheet would run as a formula are made harmless.
    """
    names = export.kind == Export.Kind.NAMES
    rows = rows_of(export)
    first = next(rows, None)
    place = UUID(bytes=blind_index(export.pk.hex, "export.mark.place")[:16])
    mark = (place, mark_of(export), first[2] if names and first else "")
    writer = csv.writer(out)
    writer.writerow([_("Name"), _("Area") if names else _("E-mail address")])
    written = 0
    for _place, *cells in heapq.merge([first] if first else [], rows, [mark], key=itemgetter(0)):
        writer.writerow([harmless(cell) for cell in cells])
        written += 1
    said = _("Export %(id)s. For: %(reason)s. Every copy can be traced. Delete it when that is done.")
    writer.writerow([harmless(said % {"id": export.pk, "reason": export.reason}), ""])
    return written - 1
