"""The same pages in a small world and in a large one, through the real server: how much slower is the large?

The small world has 100 signatures under one petition; the large one a million, with 4,000 local alliances, 100,000
people and 100,000 services. Both servers run at once and are asked in turn, one request at a time, so that whatever
else the machine does hits both alike. Aims: the median of the large at most 1.3 times that of the small, and at most
12 queries a page.

Run: `python -m bench.scale [REQUESTS]` (default 40 of each page in each world).
"""

from __future__ import annotations

import http.client
import statistics
import sys
import time
from contextlib import ExitStack
from dataclasses import dataclass

from bench.server import Server, running_server, talk_to, use_django

SLOWER_AT_MOST = 1.3
QUERIES_AT_MOST = 12


@dataclass(frozen=True)
class World:
    """A server with a world in it, and the cookie of who is signed in there."""

    server: Server
    slug: str
    campaign: str
    cookie: str


def main(requests: int = 40) -> None:
    """Build both worlds, measure, and print the table."""
    from bench.world import LARGE, SMALL

    with ExitStack() as stack:
        small_server = stack.enter_context(running_server())
        large_server = stack.enter_context(running_server(secrets_of=small_server))
        use_django(small_server)
        small = make(small_server, SMALL)
        started = time.monotonic()
        talk_to(large_server)
        large = make(large_server, LARGE)
        print(f"The large world was built in {time.monotonic() - started:.0f} seconds.")
        stack.enter_context(small_server.worker_stopped())
        stack.enter_context(large_server.worker_stopped())
        measure(small, large, requests)


def make(server: Server, size: object) -> World:
    """A scene made with the real commands, and the world around it."""
    from django.contrib.auth import get_user_model
    from django.contrib.sessions.backends.db import SessionStore

    from bench import world
    from bench.scene import open_petition

    assert isinstance(size, world.Size)
    petition = open_petition()
    world.build(petition, size)
    person = get_user_model().objects.get(email="bench@example.org")
    session = SessionStore()
    session["_auth_user_id"] = str(person.pk)
    session["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
    session["_auth_user_hash"] = person.get_session_auth_hash()
    session.create()
    return World(server, petition.slug, petition.campaign.slug, f"sessionid={session.session_key}")


def pages(world: World) -> dict[str, tuple[str, str]]:
    """What is asked for: the page's name, its address, and the cookie that is sent along."""
    return {
        "petition page": (f"/petitions/{world.slug}/", ""),
        "campaign page": (f"/campaigns/{world.campaign}/", ""),
        "register of services": ("/services/", ""),
        "home page": ("/", ""),
        "petition page, signed in": (f"/petitions/{world.slug}/", world.cookie),
        "campaign page, signed in": (f"/campaigns/{world.campaign}/", world.cookie),
        "register, signed in": ("/services/", world.cookie),
        "home page, signed in": ("/", world.cookie),
        "also: all alliances": ("/alliances/", ""),
        "also: all campaigns": ("/campaigns/", ""),
        "also: all petitions": ("/petitions/", ""),
    }


def measure(small: World, large: World, requests: int) -> None:
    """Time each page in both worlds, in turn; count its queries in the large one; print a row for each."""
    in_small, in_large = pages(small), pages(large)
    print(f"{'':<28}{'small, ms':>10}{'large, ms':>10}{'ratio':>8}{'queries':>9}")
    for name, (address, cookie) in in_large.items():
        times: tuple[list[float], list[float]] = ([], [])
        asked = ((small, in_small[name]), (large, (address, cookie)))
        for number in range(-6, requests):  # the first few warm both up
            for world, kept in zip(asked, times, strict=True):
                seconds = time_of(world[0].server, *world[1])
                if number >= 0:
                    kept.append(seconds * 1000)
        medians = [statistics.median(kept) for kept in times]
        ratio, queries = medians[1] / medians[0], queries_of(address, cookie)
        missed = " missed" * (ratio > SLOWER_AT_MOST or queries > QUERIES_AT_MOST)
        print(f"{name:<28}{medians[0]:>10.1f}{medians[1]:>10.1f}{ratio:>8.2f}{queries:>9}{missed}", flush=True)


_connections: dict[int, http.client.HTTPConnection] = {}


def time_of(server: Server, address: str, cookie: str) -> float:
    """Seconds until a page has come whole."""
    connection = _connections.setdefault(server.port, http.client.HTTPConnection("127.0.0.1", server.port, timeout=60))
    started = time.perf_counter()
    connection.request("GET", address, headers={"Cookie": cookie} if cookie else {})
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{address} answers {answer.status}.")
    return time.perf_counter() - started


def queries_of(address: str, cookie: str) -> int:
    """How many queries a page makes, in the world that we talk to."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(HTTP_HOST="127.0.0.1", headers={"cookie": cookie} if cookie else {})
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
