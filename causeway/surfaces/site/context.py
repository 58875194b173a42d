"""What every page of the site knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from causeway import __version__


def site(_request: HttpRequest) -> dict[str, Any]:
    """The site's address and the version it runs."""
    return {"SITE_URL": settings.SITE_URL, "VERSION": __version__}
