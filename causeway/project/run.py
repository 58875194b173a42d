"""`causeway run`: the whole of Causeway on one machine: database, web server, job worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

import click

from causeway.project import database

ROOT = Path(__file__).resolve().parent.parent.parent
THIS_MACHINE = frozenset({"127.0.0.1", "::1", "0.0.0.0", "::"})  # noqa: S104 - compared with, not bound to
GRACE_SECONDS = 10
LOOK_SECONDS = 0.5
TOO_SOON_SECONDS = 3.0
TOO_OFTEN = 8
LETTERS = "letters"
WORKERS = 2
THREADS = 4


@click.command()
@click.option("--demo", is_flag=True, help="Load the demo alliance first, if it is not there yet.")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=WORKERS, show_default=True, help="Web server processes.")
@click.option("--threads", default=THREADS, show_default=True, help="Threads in each of them.")
def run_command(demo: bool, host: str, port: int, workers: int, threads: int) -> None:
    """Start Causeway; Ctrl-C stops everything that it started."""
    signal.signal(signal.SIGTERM, _as_interrupt)
    variables = Path(os.environ.get("CAUSEWAY_VAR", ROOT / "var"))
    with database.running(variables / "postgres") as postgres:
        environment = surroundings(os.environ, postgres.url, site_url(host, port), variables / LETTERS)
        click.echo(where_letters_go(environment["EMAIL_URL"]))
        prepare(environment, demo=demo)
        web = web_server("causeway.project.wsgi", host=host, port=port, workers=workers, threads=threads)
        worker = [sys.executable, "-m", "causeway", "worker"]
        click.echo(f"\nCauseway is at {environment['CAUSEWAY_SITE_URL']}  (Ctrl-C stops it)")
        keep_running([web, worker], environment, postgres.revive)


def surroundings(given: Mapping[str, str], database_url: str, address: str, letters: Path) -> dict[str, str]:
    """The variables that every part of Causeway is started with.

    Where the operator names no other way, letters are kept as files: printed, they would push the sign-ins away.
    """
    return {
        **given,
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": "causeway.project.settings",
        "CAUSEWAY_SITE_URL": given.get("CAUSEWAY_SITE_URL") or address,
        "EMAIL_URL": given.get("EMAIL_URL") or f"file:{quote(str(letters.absolute()))}",
    }


def where_letters_go(email_url: str) -> str:
    """A sentence for whoever looks for a letter; a folder of letters is made, for its owner only."""
    kind, _, rest = email_url.partition(":")
    if kind == "file":
        folder = Path(unquote(rest))
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return (
            f"Letters, with their links and codes, are not sent but kept as files in {folder}; EMAIL_URL changes that."
        )
    if kind == "console":
        return "Letters, with their links and codes, are not sent but printed here; EMAIL_URL changes that."
    return "Letters are sent by the mail server that EMAIL_URL names."


def site_url(host: str, port: int) -> str:
    """The address to print and to put into letters where the operator names none.

    It says localhost rather than a number of this machine, because browsers make no passkeys for bare numbers.
    """
    named = "localhost" if host in THIS_MACHINE else host
    return f"http://[{named}]:{port}" if ":" in named else f"http://{named}:{port}"


def web_server(application: str, *, host: str, port: int, workers: int = WORKERS, threads: int = THREADS) -> list[str]:
    """The command that serves a WSGI application as Causeway is served."""
    return [
        *(sys.executable, "-m", "gunicorn", application),
        *("--bind", f"{host}:{port}", "--worker-class", "gthread", "--log-level", "warning"),
        *("--workers", str(workers), "--threads", str(threads), "--keep-alive", "15"),
    ]


def prepare(environment: Mapping[str, str], *, demo: bool) -> None:
    """Bring the database and the static files up to date; load the demo where asked."""
    step(environment, "Preparing the database", ["manage", "migrate", "--verbosity", "0"])
    step(
        environment,
        "Preparing the static files",
        ["manage", "collectstatic", "--noinput", "--verbosity", "0"],
    )
    if demo:
        step(environment, "Loading the demo alliance", ["demo"])


def step(environment: Mapping[str, str], says: str, arguments: list[str]) -> None:
    """Run one of our own commands to its end, or stop with its status."""
    click.echo(f"{says} …")
    done = subprocess.run([sys.executable, "-m", "causeway", *arguments], env=environment, check=False)
    if done.returncode:
        sys.exit(done.returncode)


def keep_running(commands: list[list[str]], environment: Mapping[str, str], revive: Callable[[], None]) -> None:
    """Start the commands and wait; one that dies is started again, until we are interrupted.

    A command that ends ``TOO_OFTEN`` times in a row within ``TOO_SOON_SECONDS`` is broken rather than unlucky (while
    the database comes back, it may end a few times): then all stops, status 1.
    """
    running = [Child.start(command, environment) for command in commands]
    try:
        while True:
            time.sleep(LOOK_SECONDS)
            revive()
            for child in running:
                if child.process.poll() is None:
                    continue
                if child.ended_at_once >= TOO_OFTEN:
                    click.echo("A part of Causeway ends as soon as it starts; stopping.", err=True)
                    sys.exit(1)
                click.echo("A part of Causeway has died; starting it again.", err=True)
                child.restart(environment)
    except KeyboardInterrupt:
        click.echo("\nStopping …")
    finally:
        stop([child.process for child in running])


@dataclass
class Child:
    """One of the processes that we keep running."""

    command: list[str]
    process: subprocess.Popen[bytes]
    started_at: float
    ended_at_once: int = 0

    @classmethod
    def start(cls, command: list[str], environment: Mapping[str, str]) -> Child:
        process = subprocess.Popen(command, env=environment, start_new_session=True)
        return cls(command, process, time.monotonic())

    def restart(self, environment: Mapping[str, str]) -> None:
        self.ended_at_once = self.ended_at_once + 1 if time.monotonic() - self.started_at < TOO_SOON_SECONDS else 0
        self.process = subprocess.Popen(self.command, env=environment, start_new_session=True)
        self.started_at = time.monotonic()


def stop(children: list[subprocess.Popen[bytes]]) -> None:
    """Ask the processes to end, and make them where they do not."""
    for child in children:
        if child.poll() is None:
            child.terminate()
    deadline = time.monotonic() + GRACE_SECONDS
    for child in children:
        try:
            child.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)


def _as_interrupt(*_: object) -> None:
    raise KeyboardInterrupt
