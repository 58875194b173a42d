"""E-mail domains that look like an employer's: whoever runs the mailbox may be able to read it."""

from __future__ import annotations

from causeway.domains.people.addresses import domain_of
from causeway.domains.people.models import WatchedDomain

PUBLIC_SECTOR = (
    "nhs.uk",
    "nhs.net",
    "nhs.scot",
    "nhs.wales",
    "hscni.net",
    "gov.uk",
    "gov.scot",
    "gov.wales",
    "parliament.uk",
    "parliament.scot",
    "senedd.wales",
    "police.uk",
    "mod.uk",
    "ac.uk",
    "sch.uk",
)


def employer_behind(email: str) -> str:
    """The domain that makes an address look like an employer's, or "". A domain counts with all below it."""
    parts = domain_of(email).split(".")
    candidates = [".".join(parts[start:]) for start in range(len(parts) - 1)]
    for candidate in candidates:
        if candidate in PUBLIC_SECTOR:
            return candidate
    watched = WatchedDomain.objects.filter(domain__in=candidates).values_list("domain", flat=True).first()
    return watched or ""
