"""What every page of the site knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from causeway import __version__
from causeway.domains.people.models import StaffSession
from causeway.domains.people.queries import staff_session_of
from causeway.kernel.web import STAFF_SESSION, actor_of


@dataclass(frozen=True)
class Entry:
    """One entry of the main navigation; ``here`` where the page shown lies below it."""

    address: str
    words: Promise
    here: bool


ENTRIES = (
    ("campaigns:directory", _("Campaigns")),
    ("petitions:directory", _("Petitions")),
    ("events:list", _("Events")),
    ("services:register", _("Services")),
    ("alliances:directory", _("Alliances")),
    ("search", _("Search")),
)


def site(request: HttpRequest) -> dict[str, Any]:
    """The site's address, the version that it runs, the main navigation, and who is signed in, looked up by now."""
    user = getattr(request, "user", None)
    return {
        "user": user if user and user.is_authenticated else AnonymousUser(),
        "SITE_URL": settings.SITE_URL,
        "VERSION": __version__,
        "navigation": list(navigation(request.path)),
        "staff_session": staff_session(request),
    }


def staff_session(request: HttpRequest) -> StaffSession | None:
    """The staff session that the page is seen in, for the banner; nothing is asked where none is claimed."""
    session = getattr(request, "session", None)
    return staff_session_of(actor_of(request)) if session is not None and STAFF_SESSION in session else None


def navigation(path: str) -> Iterator[Entry]:
    """The main navigation, as it looks from the page at ``path``."""
    for name, words in ENTRIES:
        address = reverse(name)
        yield Entry(address, words, here=path.startswith(address))
