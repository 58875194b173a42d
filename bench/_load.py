"""A small load generator: a few connections that are kept open, one request after the other on each."""

from __future__ import annotations

import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

CONNECTIONS = 8


@dataclass
class Run:
    """What came back: answers by status, and the seconds that it took."""

    seconds: float = 0.0
    statuses: Counter[int] = field(default_factory=Counter)

    def per_second(self, *good: int) -> float:
        """Requests a second that were answered as they should."""
        return sum(self.statuses[status] for status in good) / self.seconds


def post(path: str, port: int, form: dict[str, str], cookie: str = "") -> bytes:
    """The bytes of a form that is sent."""
    body = urlencode(form).encode()
    head = [
        f"POST {path} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
    ]
    if cookie:
        head.append(f"Cookie: {cookie}")
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


def load(port: int, requests: Iterator[bytes], seconds: float) -> Run:
    """Send requests until the time is over or there are no more."""
    run, lock = Run(), threading.Lock()
    until = time.monotonic() + seconds

    def one_connection() -> None:
        statuses: Counter[int] = Counter()
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            while time.monotonic() < until:
                with lock:
                    request = next(requests, None)
                if request is None:
                    break
                connection.sendall(request)
                statuses[read_answer(connection)] += 1
        with lock:
            run.statuses.update(statuses)

    started = time.monotonic()
    threads = [threading.Thread(target=one_connection) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    run.seconds = time.monotonic() - started
    return run


def read_answer(connection: socket.socket) -> int:
    """Read one whole answer; returns its status."""
    return read_whole_answer(connection)[0]


def read_whole_answer(connection: socket.socket) -> tuple[int, bytes]:
    """Read one whole answer; returns its status and its body."""
    got = b""
    while b"\r\n\r\n" not in got:
        got += receive(connection)
    head, _, body = got.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        body += receive(connection)
    return int(head[9:12]), body


def receive(connection: socket.socket) -> bytes:
    """The next bytes. Raises ConnectionError where the server hung up."""
    got = connection.recv(65536)
    if not got:
        raise ConnectionError("the server hung up")
    return got
