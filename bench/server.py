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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from causeway.project import database

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 240


@dataclass(frozen=True)
class Server:
    """A running Causeway: its address, its database, its folder, and the process that keeps it running."""

    url: str
    port: int
    database_url: str
    folder: Path
    process: subprocess.Popen[bytes]

    def part(self, name: str) -> list[psutil.Process]:
        """Its processes of one kind, ``web``, ``worker`` or ``database`` (PostgreSQL's master); none if it is down."""
        if name == "database":
            return self._postmaster()
        word = {"web": "gunicorn", "worker": "worker"}[name]
        family = psutil.Process(self.process.pid).children(recursive=True)
        return [process for process in family if word in _command_line(process)]

    def _postmaster(self) -> list[psutil.Process]:
        try:
            noted = (self.folder / "postgres" / "postmaster.pid").read_text().split()
            return [psutil.Process(int(noted[0]))]
        except (OSError, IndexError, psutil.NoSuchProcess):
            return []

    @contextmanager
    def worker_stopped(self) -> Iterator[None]:
        """Let the worker pause for the time of the block."""
        workers = self.part("worker")
        for worker in workers:
            worker.suspend()
        try:
            yield
        finally:
            for worker in workers:
                worker.resume()


@contextmanager
def running_server(*, quiet: bool = True, secrets_of: Server | None = None) -> Iterator[Server]:
    """Start Causeway as `make run` does, without the demo; stop it and forget its folder at the end.

    With ``secrets_of`` it has the keys of another one, so that one process can talk to both databases.
    """
    signal.signal(signal.SIGTERM, _as_interrupt)
    folder = Path(tempfile.mkdtemp(prefix="causeway-bench-"))
    folder.chmod(0o755)  # the embedded PostgreSQL has a user of its own where we are root
    if secrets_of:
        shutil.copy(secrets_of.folder / "secrets.json", folder)
    port = free_port()
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
    """Wait until the home page answers. Raises RuntimeError where it never does."""
    wait_until_answers(server.url, seconds, still_there=lambda: server.process.poll() is None)


def wait_until_answers(
    address: str, seconds: float = START_SECONDS, still_there: Callable[[], bool] = lambda: True
) -> None:
    """Wait until somebody answers there, whatever the answer is, unless it is an error of the server's making."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except urllib.error.HTTPError as error:
            if error.code < 500:
                return
        except OSError:
            if not still_there():
                raise RuntimeError("It ended while starting.") from None
        else:
            return
        time.sleep(0.3)
    raise RuntimeError(f"Nobody answers at {address}.")


def use_django(server: Server) -> None:
    """Let this process use the same database, keys and code as the server: for setting up and for counting."""
    os.environ["DATABASE_URL"] = server.database_url
    os.environ["CAUSEWAY_VAR"] = str(server.folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "causeway.project.settings"
    import django

    django.setup()


def talk_to(server: Server) -> None:
    """From now on let this process use another server's database; both must have the same keys."""
    from django.db import connection

    connection.close()
    connection.settings_dict.update(database.settings_for(server.database_url))


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _command_line(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.Error:
        return []


def _as_interrupt(*_: object) -> None:
    raise KeyboardInterrupt
