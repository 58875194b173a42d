"""The API's shell: one shape of errors, described with every route, and open to every site."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema

from causeway import __version__
from causeway.kernel.errors import CausewayError
from causeway.surfaces.api.errors import ErrorOut, as_error, as_invalid, for_status

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase

ROOT = "/api/"
JSON = "application/json; charset=utf-8"
WRITING = {"post", "put", "patch", "delete"}


class OpenToEverySite:
    """Middleware: other sites' pages may read the API, and everything under it answers as JSON, errors too.

    It knows no cookies, so they see what a visitor sees.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not request.path.startswith(ROOT):
            return response
        if response.status_code >= 400 and response.headers.get("Content-Type") != JSON:
            kept = {name: response.headers[name] for name in ("Allow", "Retry-After") if name in response.headers}
            error = as_error(for_status(response.status_code))
            response = JsonResponse(error, status=response.status_code, content_type=JSON, headers=kept)
        response["Access-Control-Allow-Origin"] = "*"
        return response


class Api(NinjaAPI):
    """Ninja's API, whose description names the errors that each route may answer with."""

    def get_openapi_schema(self, **asked: Any) -> OpenAPISchema:
        schema = super().get_openapi_schema(**asked)
        schema["components"]["schemas"]["ErrorOut"] = ErrorOut.model_json_schema()
        for path, operations in schema["paths"].items():
            for method, operation in operations.items():
                operation["responses"].update(
                    {str(status): ERROR[status] for status in _errors(path, method, operation)}
                )
        return schema


def _described(what: str) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/ErrorOut"}}}
    return {"description": what, "content": content}


ERROR = {
    400: _described("What was sent is not JSON."),
    403: _described("Not open to you; the sentence says why."),
    404: _described("There is nothing at this address, or it is not public."),
    409: _described("It has changed, or was done already, in the meantime."),
    422: _described("What was sent cannot be used; the sentences say which field and why."),
    429: _described("Too many tries in a short time."),
}


def _errors(path: str, method: str, operation: dict[str, Any]) -> set[int]:
    """Which errors a route can answer with, by what it takes."""
    errors = {404} if "{" in path else set()
    if operation.get("parameters") or "requestBody" in operation:
        errors |= {422}
    if method in WRITING:
        errors |= {400, 403, 409, 429}
    return errors


def make_api() -> NinjaAPI:
    """The API without routes: rooms add theirs in ``project/api.py``."""
    api = Api(
        title="Causeway",
        version=__version__,
        description="What is public in Causeway, as JSON. Reading needs no key. Every error has the shape of ErrorOut.",
        docs_url="/docs",
    )

    def answer(request: HttpRequest, error: CausewayError, status: int) -> HttpResponse:
        return api.create_response(request, as_error(error), status=status)

    @api.exception_handler(CausewayError)
    def explain(request: HttpRequest, error: CausewayError) -> HttpResponse:
        return answer(request, error, error.status)

    @api.exception_handler(ValidationError)
    def explain_what_was_sent(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return answer(request, as_invalid(error.errors), 422)

    @api.exception_handler(HttpError)
    def explain_what_cannot_be_read(request: HttpRequest, error: HttpError) -> HttpResponse:
        return answer(request, for_status(error.status_code), error.status_code)

    return api
