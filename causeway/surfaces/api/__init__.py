"""The API's shell: how errors look, and who is asking."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from causeway import __version__
from causeway.kernel.errors import CausewayError, Invalid


def make_api() -> NinjaAPI:
    """The API without routes: rooms add theirs in ``project/api.py``."""
    api = NinjaAPI(
        title="Causeway",
        version=__version__,
        description="What is public in Causeway, as JSON. Reading needs no key.",
        docs_url="/docs",
    )

    @api.exception_handler(CausewayError)
    def explain(request: HttpRequest, error: CausewayError) -> HttpResponse:
        fields = error.fields if isinstance(error, Invalid) else {}
        return api.create_response(request, {"detail": error.sentence, "fields": fields}, status=error.status)

    return api
