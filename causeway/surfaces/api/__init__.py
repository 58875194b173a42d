"""The API's shell: how errors look, and who is asking."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI

from causeway import __version__
from causeway.kernel.errors import CausewayError, Invalid

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase


class OpenToEverySite:
    """Middleware: other sites' pages may read the API. It knows no cookies, so they see what a visitor sees."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if request.path.startswith("/api/"):
            response["Access-Control-Allow-Origin"] = "*"
        return response


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
