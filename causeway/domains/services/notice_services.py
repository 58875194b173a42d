"""The two official services that give out the UK's notices as open contracting data, without a key (OGL v3.0).

Both answer with release packages of 100 releases at most and name the next page in ``links.next`` with a cursor.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise


@dataclass(frozen=True)
class NoticeService:
    """A service by its key; ``url`` holds ``{since}`` for the moment from which on to read."""

    key: str
    name: str
    what: StrOrPromise
    url: str


NOTICE_SERVICES = (
    NoticeService(
        "find-a-tender",
        "Find a Tender",
        _("Find a Tender: the larger contracts, in the whole of the UK"),
        "https://www.find-tender.service.gov.uk/api/1.0/ocdsReleasePackages?limit=100&updatedFrom={since}",
    ),
    NoticeService(
        "contracts-finder",
        "Contracts Finder",
        _("Contracts Finder: smaller contracts too, in England"),
        "https://www.contractsfinder.service.gov.uk/Published/Notices/OCDS/Search?limit=100&publishedFrom={since}",
    ),
)
BY_KEY = {service.key: service for service in NOTICE_SERVICES}
