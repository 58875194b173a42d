"""Kill -9 of web server, worker and database at random moments under load: is every acknowledged signature there?

Clients sign through the real server, each form with an address of its own, and note which were acknowledged (the
redirect to “check your e-mail”). Meanwhile the web server's processes, the worker and the whole PostgreSQL are killed
in turn, with SIGKILL. Afterwards, with everything up again, each acknowledged signature must be in the database,
exactly once, and once the worker has caught up, a letter must have gone to each.

Run: `python -m bench.endurance [SECONDS]` (default 45).
"""

from __future__ import annotations

import http.client
import random
import re
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import psutil

from bench.server import Server, running_server, use_django, wait_until_up

if TYPE_CHECKING:
    from causeway.domains.petitions.models import Petition

PARTS = ("web", "worker", "database")
CLIENTS = 4
PAUSE_BETWEEN_KILLS = (2.0, 5.0)
CATCH_UP_SECONDS = 300.0
UNDONE = """
SELECT (SELECT count(*) FROM kernel_outboxevent WHERE handed_over_at IS NULL)
     + (SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND task_name = 'run_handler')
"""


@dataclass
class Log:
    """What a client saw: addresses whose signature was acknowledged, and how many requests failed."""

    acknowledged: list[str] = field(default_factory=list)
    failed: int = 0


@dataclass(frozen=True)
class Outcome:
    """What was left after the kills. ``undone`` counts events and jobs that still waited when patience ended."""

    kills: Counter[str]
    acknowledged: int
    failed: int
    stored: int
    lost: int
    double: int
    undone: int
    unwritten: int

    @property
    def is_good(self) -> bool:
        """Whether nothing is lost, doubled, or left undone."""
        return self.acknowledged > 0 and not (self.lost or self.double or self.undone or self.unwritten)


def main(seconds: float = 45.0) -> None:
    """Load, kill, count and print; ends with an error where anything is lost."""
    chance = random.Random(20261121)
    outcome = endure(at_random(seconds, chance), chance)
    said = ", ".join(f"{outcome.kills[part]} {part}" for part in PARTS)
    print(f"killed: {said}")
    print(f"{'acknowledged':>14}{'failed':>10}{'stored':>10}{'lost':>8}{'double':>8}{'undone':>8}{'no letter':>11}")
    row = (outcome.acknowledged, outcome.failed, outcome.stored, outcome.lost, outcome.double)
    print("{:>14}{:>10}{:>10}{:>8}{:>8}{:>8}{:>11}".format(*row, outcome.undone, outcome.unwritten))
    if not outcome.is_good:
        sys.exit("Acknowledged signatures were lost or doubled, or their letters were not sent.")


def at_random(seconds: float, chance: random.Random) -> Iterator[str]:
    """Pause, then name a part to kill, again and again until the time is over. Every part has its turn."""
    deadline = time.monotonic() + seconds
    while True:
        for part in chance.sample(PARTS, len(PARTS)):
            time.sleep(chance.uniform(*PAUSE_BETWEEN_KILLS))
            if time.monotonic() > deadline:
                return
            yield part


def endure(parts: Iterator[str], chance: random.Random, *, pause: float = 0.0) -> Outcome:
    """Kill ``parts`` while clients sign, each with ``pause`` seconds between two forms; then count what is left."""
    with running_server() as server:
        use_django(server)
        from bench.scene import open_petition

        petition = open_petition()
        stop = threading.Event()
        logs = [Log() for _ in range(CLIENTS)]
        clients = [
            threading.Thread(target=sign_until, args=(server, petition.slug, number, log, stop, pause))
            for number, log in enumerate(logs)
        ]
        for client in clients:
            client.start()
        try:
            kills = Counter(part for part in parts if kill(server, part, chance))
        finally:
            stop.set()
            for client in clients:
                client.join()
        wait_until_up(server)
        acknowledged = [email for log in logs for email in log.acknowledged]
        return count(server, petition, acknowledged, sum(log.failed for log in logs), kills)


def sign_until(server: Server, slug: str, number: int, log: Log, stop: threading.Event, pause: float) -> None:
    """Sign again and again with new addresses until told to stop."""
    count = 0
    session: Session | None = None
    while not stop.wait(pause):
        count += 1
        email = f"signer-{number}-{count}@example.org"
        try:
            session = session or Session(server.port, slug)
            acknowledged = session.sign(email)
        except (OSError, http.client.HTTPException):
            session, acknowledged = None, False
        if acknowledged:
            log.acknowledged.append(email)
        else:
            log.failed += 1
            time.sleep(0.1)


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


def kill(server: Server, part: str, chance: random.Random) -> bool:
    """Kill the worker, PostgreSQL, or one of the web server's processes (its master at times); whether it was there."""
    found = server.part(part)
    if not found:
        return False  # it is just coming back from the last time
    try:
        chance.choice(found).send_signal(signal.SIGKILL)
    except psutil.NoSuchProcess:
        return False
    return True


def count(server: Server, petition: Petition, acknowledged: list[str], failed: int, kills: Counter[str]) -> Outcome:
    """Count what is stored, wait until the worker has caught up, and count the letters."""
    from django.db import connection

    from causeway.domains.petitions import digests
    from causeway.domains.petitions.models import Signature

    connection.close()  # its server has died since
    rows = Signature.objects.filter(petition_id=petition.pk).values_list("same_person", flat=True)
    stored = Counter(bytes(index) for index in rows)
    times = [stored[digests.of_address(email, petition.pk)] for email in acknowledged]
    undone = wait_for_the_worker()
    written = addressees(server)
    return Outcome(
        kills=kills,
        acknowledged=len(acknowledged),
        failed=failed,
        stored=stored.total(),
        lost=times.count(0),
        double=sum(number > 1 for number in times),
        undone=undone,
        unwritten=sum(email not in written for email in acknowledged),
    )


def wait_for_the_worker() -> int:
    """Wait until nothing is left to hand over or to do; returns how much is, where that takes too long."""
    from django.db import connection

    deadline = time.monotonic() + CATCH_UP_SECONDS
    while True:
        with connection.cursor() as cursor:
            cursor.execute(UNDONE)
            undone = int(cursor.fetchone()[0])
        if not undone or time.monotonic() > deadline:
            return undone
        time.sleep(0.5)


def addressees(server: Server) -> set[str]:
    """Everybody who was sent a letter."""
    letters = (server.folder / "letters").glob("*.log")
    return {found for letter in letters for found in re.findall(r"^To: (\S+)$", letter.read_text(), re.MULTILINE)}


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 45.0)
