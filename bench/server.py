"""The real server for benchmarks: `causeway run` on a scratch folder, with its own PostgreSQL (fsync on)."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from causeway.project import database

START_SECONDS = 120


@dataclass(frozen=True)
class Server:
    """A running Causeway: its address, its database, its folder, and the process that keeps it running."""

    url: str
    port: int
    database_url: str
    folder: Path
    process: subprocess.Popen[bytes]


@contextmanager
def running_server(*, quiet: bool = True) -> Iterator[Server]:
    """Start Causeway as `make run` does, without the demo; stop it and forget its folder at the end."""
    folder = Path(tempfile.mkdtemp(prefix="causeway-bench-"))
    folder.chmod(0o755)  # the embedded PostgreSQL has a user of its own where we are root
    port = _free_port()
    environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
    environment |= {"CAUSEWAY_VAR": str(folder), "EMAIL_URL": f"file:{folder / 'letters'}"}
    command = [sys.executable, "-m", "causeway", "run", "--port", str(port)]
    output = subprocess.DEVNULL if quiet else None
    process = subprocess.Popen(command, env=environment, stdout=output, stderr=output, start_new_session=True)
    server = Server(
        url=f"http://127.0.0.1:{port}",
        port=port,
        database_url=database.default_url(folder / "postgres"),
        folder=folder,
        process=process,
    )
    try:
        wait_until_up(server)
        yield server
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_up(server: Server, seconds: float = START_SECONDS) -> None:
    """Wait until the home page answers."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(server.url, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            if server.process.poll() is not None:
                raise RuntimeError("Causeway ended while starting.") from None
            time.sleep(0.3)
    raise RuntimeError("Causeway did not start in time.")


def use_django(server: Server) -> None:
    """Let this process use the same database, keys and code as the server: for setting up and for counting."""
    os.environ["DATABASE_URL"] = server.database_url
    os.environ["CAUSEWAY_VAR"] = str(server.folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "causeway.project.settings"
    import django

    django.setup()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
