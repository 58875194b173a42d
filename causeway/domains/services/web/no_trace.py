"""No trace of whoever tells us something in confidence.

The outermost middleware: on the addresses of tip-offs it takes the visitor's network address, browser and cookies
out of the request before anything else of ours sees them, and sets no cookie. So nothing behind it can log, store
or tie together what it never learns. What stands before us (a proxy, the network, the visitor's own device) is
beyond it: see ``docs/how-to/handle-a-tip-off.md``.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

PREFIXES = ("/services/tip-off/", "/services/tip-off-return/")
TRACES = (
    "REMOTE_ADDR",
    "REMOTE_HOST",
    "REMOTE_PORT",
    "HTTP_USER_AGENT",
    "HTTP_COOKIE",
    "HTTP_REFERER",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_REAL_IP",
    "HTTP_X_CLIENT_IP",
    "HTTP_CF_CONNECTING_IP",
    "HTTP_TRUE_CLIENT_IP",
    "HTTP_FORWARDED",
    "HTTP_VIA",
)


class NoTrace:
    """Takes the traces off requests for tip-off pages, and cookies off the answers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PREFIXES):
            return self.get_response(request)
        brought_cookie = bool(request.META.get("HTTP_COOKIE"))
        for name in [*TRACES, *(name for name in request.META if name.startswith("HTTP_SEC_CH_"))]:
            request.META.pop(name, None)
        request.brought_cookie = brought_cookie  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.cookies.clear()
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        return response
