"""The papers of a hand-in: what they say, worked out from the rows once, and frozen."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db.models import Count

from causeway.domains.petitions import postcodes
from causeway.domains.petitions.models import STANDS, Petition, Sheet, Signature
from causeway.domains.petitions.sheet_queries import counted_on_sheets
from causeway.domains.petitions.totals import shown_areas
from causeway.kernel import clock

MOST_NAMES = 100_000


def papers_of(petition: Petition, *, with_names: bool) -> dict[str, Any]:
    """Everything that the PDF says about the signatures as they stand now.

    ``exact`` holds the unrounded counts that the digest is of: it is sealed with the rest and never printed, because
    an area with few signers could name one.
    """
    standing = Signature.objects.filter(STANDS, petition=petition)
    rows = list(standing.order_by("source", "area").values_list("source", "area").annotate(n=Count("pk")))
    counted = counted_on_sheets(petition)
    exact = {
        "petition": str(petition.pk),
        "taken_at": clock.now().isoformat(),
        "signatures": [[source, area, n] for source, area, n in rows],
        "counted": counted,
    }
    online = sum(n for source, _area, n in rows if source == Signature.Source.ONLINE)
    typed = sum(n for source, _area, n in rows if source == Signature.Source.PAPER)
    by_area: dict[str, int] = {"": counted}
    for _source, area, n in rows:
        by_area[area] = by_area.get(area, 0) + n
    shown = shown_areas(by_area)
    return {
        "online": online,
        "typed": typed,
        "counted": counted,
        "total": online + typed + counted,
        "duplicates": petition.signatures.filter(duplicate_of__isnull=False).count(),
        "undecided": petition.resemblances.filter(same=None).count(),
        "without_postcode": by_area[""] - counted,
        "unchecked_sheets": petition.sheets.filter(state__in=[Sheet.State.TYPED, Sheet.State.COUNTED]).count(),
        "lost_sheets": petition.sheets.filter(state=Sheet.State.LOST).count(),
        "areas": [[area.name, area.signatures] for area in shown],
        "elsewhere": online + typed + counted - sum(area.signatures for area in shown),
        "names": _names(petition) if with_names else [],
        "exact": exact,
        "digest": digest_of(exact),
    }


def digest_of(exact: dict[str, Any]) -> str:
    """SHA-256 of the exact counts in their one written form: whoever has them can prove what the totals rest on."""
    written = json.dumps(exact, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode()).hexdigest()


def _names(petition: Petition) -> list[list[str]]:
    agreed = Signature.objects.filter(STANDS, petition=petition, shows_name=True).only("name", "area")
    named = [[row.name, postcodes.name_of(row.area) if row.area else ""] for row in agreed[:MOST_NAMES].iterator()]
    return sorted(named, key=lambda pair: (pair[0].split()[-1].casefold(), pair[0].casefold()))
