"""Fetching a feed from outside: over https only, from public addresses only, within limits of time and size.

The name is resolved once and the connection made to that very address, so that a name which changes its address in
between cannot lead into our own network. Redirections are followed by hand and checked like the first address.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from causeway import __version__
from causeway.domains.services.ocds.packages import LARGEST_PACKAGE
from causeway.kernel.errors import Unreadable

MOST_REDIRECTIONS = 3


@dataclass(frozen=True)
class Limits:
    """What a fetch may cost, and where it may go. The defaults are for the open internet."""

    seconds: float = 60.0
    silence_seconds: float = 15.0
    largest: int = LARGEST_PACKAGE
    allows: Callable[[str], bool] = field(default=lambda address: is_public(address))
    context: Callable[[], ssl.SSLContext] = ssl.create_default_context


@dataclass(frozen=True)
class Fetched:
    """What came: ``body`` is None where nothing has changed since the marks that were given."""

    url: str
    body: bytes | None
    etag: str = ""
    last_modified: str = ""


def is_public(address: str) -> bool:
    """Whether an address is one of the open internet."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return (mapped or found).is_global and not found.is_multicast


def fetch(url: str, *, etag: str = "", last_modified: str = "", limits: Limits | None = None) -> Fetched:
    """Fetch one page of a feed. Raises Unreadable with the reason in a sentence."""
    limits = limits or Limits()
    until = time.monotonic() + limits.seconds
    marks = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    for _turn in range(MOST_REDIRECTIONS + 1):
        answer = _ask(url, {name: mark for name, mark in marks.items() if mark}, limits, until)
        if isinstance(answer, Fetched):
            return answer
        url = urljoin(url, answer)
    raise Unreadable("The feed’s address leads on and on; it was given up.")


class _Pinned(http.client.HTTPSConnection):
    """A connection to an address that was checked, under the name that was asked for."""

    def __init__(self, host: str, port: int, address: str, context: ssl.SSLContext, timeout: float) -> None:
        super().__init__(host, port, context=context, timeout=timeout)
        self._address, self._tls = address, context

    def connect(self) -> None:
        plain = socket.create_connection((self._address, self.port), self.timeout)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)


def _ask(url: str, marks: dict[str, str], limits: Limits, until: float) -> Fetched | str:
    """One request: what came, or the address to which it is redirected."""
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.username:
        raise Unreadable("A feed is read over https only. Its address must begin with https://.")
    try:
        port = parts.port or 443
    except ValueError:
        raise Unreadable("The feed’s address has no valid port.") from None
    address = _resolve(parts.hostname, port, limits)
    connection = _Pinned(parts.hostname, port, address, limits.context(), limits.silence_seconds)
    headers = {"Accept": "application/json", "User-Agent": f"causeway/{__version__}", **marks}
    try:
        connection.request("GET", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), headers=headers)
        response = connection.getresponse()
        if response.status in {301, 302, 303, 307, 308}:
            return response.headers.get("Location", "")
        if response.status == 304:
            return Fetched(url, None, marks.get("If-None-Match", ""), marks.get("If-Modified-Since", ""))
        if response.status != 200:
            raise Unreadable(f"The feed answered with status {response.status} instead of its data.")
        body = _read(response, limits, until)
        named = response.headers
        return Fetched(url, body, named.get("ETag", ""), named.get("Last-Modified", ""))
    except (OSError, http.client.HTTPException) as error:
        raise Unreadable(f"The feed could not be reached ({type(error).__name__}).") from None
    finally:
        connection.close()


def _resolve(host: str, port: int, limits: Limits) -> str:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise Unreadable("The feed’s name is not known on the internet.") from None
    addresses = [str(entry[4][0]) for entry in found]
    if not addresses or not all(limits.allows(address) for address in addresses):
        raise Unreadable("The feed’s address leads into a private network, so it is not read.")
    return addresses[0]


def _read(response: http.client.HTTPResponse, limits: Limits, until: float) -> bytes:
    chunks, size = [], 0
    while chunk := response.read(65_536):
        size += len(chunk)
        if size > limits.largest:
            raise Unreadable(f"The feed sends more than {limits.largest // 1_000_000} MB at once.")
        if time.monotonic() > until:
            raise Unreadable("The feed is too slow; it was given up.")
        chunks.append(chunk)
    return b"".join(chunks)
