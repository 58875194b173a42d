"""Lines of a sheet as they are typed in: tidied, checked, and kept as a draft until the sheet is done."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _

from causeway.domains.petitions import digests, paper_wording, postcodes
from causeway.domains.petitions.models import Sheet, Signature
from causeway.domains.petitions.names import same_name, tidy_postcode
from causeway.domains.petitions.signing import LONGEST_NAME, is_address, is_written
from causeway.kernel.errors import Invalid

DITTO = frozenset({'"', "”", "“", "''", "ditto", "do", "do.", "〃", "=", "-“-", '-"-'})
"""What people write for “the same as above”."""
MOST_LINES = 60


@dataclass(frozen=True, kw_only=True)
class TypedLine:
    """One line as typed. ``shows_name`` and ``updates`` are the two boxes; a line without a name is empty."""

    number: int
    name: str = ""
    postcode: str = ""
    email: str = ""
    shows_name: bool = False
    updates: bool = False

    @property
    def is_empty(self) -> bool:
        """Nothing was written on this line."""
        return not (self.name or self.postcode or self.email)


def read_lines(lines: Sequence[TypedLine], line_count: int) -> list[TypedLine]:
    """The lines that hold something, tidied: “same as above” filled in, postcodes put in form, spaces run together.

    Raises Invalid; its field ``line-3`` holds what is wrong with line 3.
    """
    tidy = list(tidied(lines))
    faults = ((line.number, _fault(line, line_count)) for line in tidy)
    wrong = {f"line-{number}": fault for number, fault in faults if fault}
    if wrong:
        raise Invalid("", **wrong)
    return tidy


def tidied(lines: Sequence[TypedLine]) -> tuple[TypedLine, ...]:
    """The lines that hold something, tidied as ``read_lines`` does, but not checked: for drafts."""
    tidy: list[TypedLine] = []
    for line in lines:
        read = _read(line, tidy[-1] if tidy else None)
        if not read.is_empty:
            tidy.append(read)
    return tuple(tidy)


def _read(line: TypedLine, above: TypedLine | None) -> TypedLine:
    name = " ".join(line.name[: LONGEST_NAME * 2].split())
    postcode = " ".join(line.postcode[:24].split())
    if above is not None and postcode.casefold() in DITTO:
        postcode = above.postcode
    first, _space, surname = name.rpartition(" ")
    if above is not None and surname.casefold() in DITTO and first:
        name = f"{first} {(above.name.split() or [''])[-1]}".strip()
    return TypedLine(
        number=line.number,
        name=name,
        postcode=tidy_postcode(postcode) or postcode.upper(),
        email=line.email[:260].strip(),
        shows_name=line.shows_name,
        updates=line.updates,
    )


def _fault(line: TypedLine, line_count: int) -> str:
    if not 1 <= line.number <= line_count:
        return _("This sheet has no line %(n)s.") % {"n": line.number}
    where = {"n": line.number}
    if not line.name:
        return _("Line %(n)s: type the name, or clear the line.") % where
    if not is_written(line.name) or len(line.name) > LONGEST_NAME or not same_name(line.name):
        return _("Line %(n)s: type the name with letters, in at most 100 characters.") % where
    if line.postcode and postcodes.parse(line.postcode) is None:
        return _("Line %(n)s: this is not a UK postcode. Mend it, or leave it empty if you cannot read it.") % where
    if line.email and not is_address(line.email):
        return _("Line %(n)s: this is not an e-mail address. Mend it, or leave it empty.") % where
    return ""


def signature_of(line: TypedLine, sheet: Sheet) -> Signature:
    """The signature that a tidied line stands for, not stored yet.

    Without a postcode nobody can tell two people of one name apart, so such a line is never taken for a twin.
    """
    place = postcodes.parse(line.postcode)
    signature = Signature(
        petition_id=sheet.petition_id,
        source=Signature.Source.PAPER,
        name=line.name,
        email=line.email,
        postcode=place.text if place else "",
        area=place.area if place else "",
        shows_name=line.shows_name,
        wishes=[{"organisation": "", "wording": paper_wording.news()}] if line.updates and line.email else [],
    )
    signature.same_person = digests.of_row(signature.pk)
    if place:
        signature.same_line = digests.of_line(line.name, place.text, sheet.petition_id)
        signature.same_postcode = digests.of_postcode(place.text, sheet.petition_id)
    else:
        signature.same_line = digests.of_row(signature.pk)
    return signature


def draft_of(lines: Sequence[TypedLine]) -> str:
    """The lines as text, for ``Sheet.draft``."""
    return json.dumps([asdict(line) for line in lines if not line.is_empty], ensure_ascii=False)


def lines_of(draft: str) -> list[TypedLine]:
    """The lines of a draft."""
    return [TypedLine(**line) for line in json.loads(draft or "[]")]
