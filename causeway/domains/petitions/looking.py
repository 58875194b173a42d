"""What the page for typing shows at once: which of the lines are somebody who has signed already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from causeway.domains.petitions.models import STANDS, Sheet, Signature
from causeway.domains.petitions.names import alike, same_name
from causeway.domains.petitions.sheet_codes import code_of
from causeway.domains.petitions.taking_in import TypedLine, signature_of


@dataclass(frozen=True)
class Found:
    """That a typed line is certainly (or may be) somebody who signed already. It names nobody."""

    number: int
    certain: bool
    where: str


def found_twins(sheet: Sheet, lines: Sequence[TypedLine]) -> list[Found]:
    """The twins of these lines among the petition’s signatures and among the lines themselves."""
    fresh = [(line, signature_of(line, sheet)) for line in lines if line.name and line.postcode]
    standing = Signature.objects.filter(STANDS, petition_id=sheet.petition_id)
    same_place = standing.filter(same_postcode__in=[one.same_postcode for _line, one in fresh if one.same_postcode])
    neighbours: dict[bytes, list[Signature]] = {}
    for other in same_place.select_related("line__sheet"):
        neighbours.setdefault(bytes(other.same_postcode), []).append(other)
    found = []
    above: dict[tuple[str, str], int] = {}
    for line, signature in fresh:
        key = (same_name(line.name), signature.postcode)
        twin = _twin(signature, neighbours.get(bytes(signature.same_postcode), []))
        if key in above:
            found.append(Found(line.number, True, _("line %(n)s of this sheet") % {"n": above[key]}))
        elif twin is not None:
            found.append(Found(line.number, bytes(twin.same_line) == signature.same_line, _where(twin)))
        above.setdefault(key, line.number)
    return found


def _twin(signature: Signature, neighbours: list[Signature]) -> Signature | None:
    for other in neighbours:
        if bytes(other.same_line) == signature.same_line:
            return other
    return next((other for other in neighbours if alike(other.name, signature.name)), None)


def _where(signature: Signature) -> str:
    if signature.source == Signature.Source.ONLINE:
        return _("signed online")
    line = getattr(signature, "line", None)
    if line is None:
        return _("on paper")
    return _("sheet %(sheet)s, line %(n)s") % {"sheet": code_of(line.sheet.number), "n": line.number}
