"""By what this room finds the signatures of an address: a blind index for each petition."""

from __future__ import annotations

from causeway.domains.petitions import digests
from causeway.domains.petitions.models import Petition, Signature


def signatures_of_address(email: str) -> list[Signature]:
    """Everything that was signed with an address, confirmed or not, online or on paper, the earliest first."""
    tidy = email.strip().lower()
    rows = Signature.objects.select_related("petition__campaign", "line")
    found: dict[object, Signature] = {}
    for petition_id in Petition.objects.filter(cleared_on=None).values_list("pk", flat=True):
        index = digests.of_address(tidy, petition_id)
        found |= {row.pk: row for row in rows.filter(petition_id=petition_id, same_person=index)}
    on_paper = rows.filter(source=Signature.Source.PAPER).exclude(email="")  # known by name and postcode, not address
    found |= {row.pk: row for row in on_paper.iterator() if row.email.strip().lower() == tidy}
    return sorted(found.values(), key=lambda row: (row.signed_at, row.pk))
