"""Kill -9 of web server, worker and database at random moments under load: is every acknowledged signature there?

Clients sign through the real server, each with an address of its own, and note which requests were acknowledged (the
redirect to “check your e-mail”). Meanwhile the web server's processes, the worker and the whole PostgreSQL are killed
in turn, with SIGKILL. Afterwards, with everything up again, each acknowledged signature must be in the database,
exactly once.

Run: `python -m bench.endurance [SECONDS]` (default 60).
"""

from __future__ import annotations

import http.client
import random
import re
import signal
import sys
import threading
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

import psutil

from bench.server import Server, running_server, use_django, wait_until_up

CLIENTS = 4
PAUSE_BETWEEN_KILLS = (3.0, 6.0)


@dataclass
class Log:
    """What a client saw: addresses whose signature was acknowledged, and how many requests failed."""

    acknowledged: list[str] = field(default_factory=list)
    failed: int = 0


def main(seconds: float = 60.0) -> None:
    with running_server() as server:
        use_django(server)
        from bench.scene import open_petition

        petition = open_petition()
        stop = threading.Event()
        logs = [Log() for _ in range(CLIENTS)]
        clients = [
            threading.Thread(target=sign_until, args=(server, petition.slug, number, log, stop))
            for number, log in enumerate(logs)
        ]
        for client in clients:
            client.start()
        kills = kill_until(server, time.monotonic() + seconds)
        stop.set()
        for client in clients:
            client.join()
        wait_until_up(server)
        report(petition, [email for log in logs for email in log.acknowledged], sum(log.failed for log in logs), kills)


def sign_until(server: Server, slug: str, number: int, log: Log, stop: threading.Event) -> None:
    """Sign again and again with new addresses until told to stop."""
    count = 0
    session: Session | None = None
    while not stop.is_set():
        count += 1
        email = f"signer-{number}-{count}@example.org"
        try:
            session = session or Session(server.port, slug)
            acknowledged = session.sign(email)
        except (OSError, http.client.HTTPException):
            session, acknowledged = None, False
            time.sleep(0.1)
        if acknowledged:
            log.acknowledged.append(email)
        else:
            log.failed += 1


class Session:
    """One client's connection, with its form token."""

    def __init__(self, port: int, slug: str) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        self.path = f"/petitions/{slug}/"
        self.connection.request("GET", self.path)
        answer = self.connection.getresponse()
        page = answer.read().decode()
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        if answer.status != 200 or found is None:
            raise http.client.HTTPException("no form")
        self.token = found.group(1)
        self.cookie = (answer.getheader("Set-Cookie") or "").split(";")[0]

    def sign(self, email: str) -> bool:
        """Send the form; whether it was acknowledged."""
        form = {"csrfmiddlewaretoken": self.token, "name": "Bo Bench", "email": email, "postcode": "M1 1AE"}
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self.cookie}
        self.connection.request("POST", f"{self.path}sign/", urlencode(form), headers)
        answer = self.connection.getresponse()
        answer.read()
        return answer.status == 302


def kill_until(server: Server, deadline: float) -> dict[str, int]:
    """Kill one of the parts now and then, in a random order; returns how often each."""
    kills = {"web": 0, "worker": 0, "database": 0}
    chance = random.Random(20261121)
    while time.monotonic() < deadline:
        time.sleep(chance.uniform(*PAUSE_BETWEEN_KILLS))
        part = chance.choice(list(kills))
        for process in victims(server, part, chance):
            process.send_signal(signal.SIGKILL)
            kills[part] += 1
    return kills


def victims(server: Server, part: str, chance: random.Random) -> list[psutil.Process]:
    """The processes to kill: one of the web server's (its master at times), the worker, or PostgreSQL's master."""
    if part == "database":
        noted = server.folder / "postgres" / "postmaster.pid"
        if not noted.exists():
            return []  # it is just coming back from the last time
        pid = int(noted.read_text().split()[0])
        return [psutil.Process(pid)] if psutil.pid_exists(pid) else []
    name = "gunicorn" if part == "web" else "worker"
    family = psutil.Process(server.process.pid).children(recursive=True)
    found = [process for process in family if name in " ".join(_command_line(process))]
    return [chance.choice(found)] if found else []


def _command_line(process: psutil.Process) -> list[str]:
    try:
        return list(process.cmdline())
    except psutil.Error:
        return []


def report(petition: object, acknowledged: list[str], failed: int, kills: dict[str, int]) -> None:
    """Count, print, and fail loudly where a signature is lost or double."""
    from causeway.domains.petitions import digests
    from causeway.domains.petitions.models import Petition, Signature

    assert isinstance(petition, Petition)
    stored: dict[bytes, int] = {}
    for index in Signature.objects.filter(petition_id=petition.pk).values_list("same_person", flat=True):
        stored[bytes(index)] = stored.get(bytes(index), 0) + 1
    times = [stored.get(digests.of_address(email, petition.pk), 0) for email in acknowledged]
    lost, double = times.count(0), sum(count > 1 for count in times)
    print(f"killed: {kills['web']} web, {kills['worker']} worker, {kills['database']} database")
    print(f"{'acknowledged':>14}{'failed':>10}{'stored':>10}{'lost':>8}{'double':>8}")
    print(f"{len(acknowledged):>14}{failed:>10}{sum(stored.values()):>10}{lost:>8}{double:>8}")
    if lost or double:
        sys.exit("Acknowledged signatures were lost or doubled.")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)
