"""A ballot of 25,000 voters through the real server: the rate, kill -9 on the way, the count, what was published.

Every voter has an account and a session of their own, and sends a ranked paper of eight options, one after the other
from eight connections. First nothing is killed: that is the rate, beside a bare Django view that inserts one row under
the same web server on the same database. Then the last part of the voters vote while web server, worker and PostgreSQL
are killed with SIGKILL at random; a voter who got no answer tries again, as people do. In the end each voter must have
voted once, the box must hold as many papers as there are voters, every receipt that was shown must be in the published
list once with the marks of its voter, and the published BLT file counted afresh must give the published result.

Run: `python -m bench.ballots [VOTERS]` (default 25,000).
"""

from __future__ import annotations

import random
import re
import socket
import statistics
import sys
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count as numbers
from typing import TYPE_CHECKING
from uuid import UUID

from bench._load import CONNECTIONS, load, post, read_whole_answer
from bench.endurance import PARTS, at_random, kill
from bench.server import Server, running_server, use_django, wait_until_up
from bench.signing import bare_view, person

if TYPE_CHECKING:
    from causeway.domains.assemblies.models import Process

VOTERS = 25_000
OPTIONS = tuple(f"Candidate {letter}" for letter in "ABCDEFGH")
SEATS = 3
UNDER_KILLS = 5  # every so manieth of the voters votes while parts are killed
TOKEN = "b" * 32
RECEIPT = re.compile(rb'class="receipt"><code>([^<]+)')
ALREADY = b"voted already"
BARE_SECONDS = 5.0
AT_ONCE = 2_000


@dataclass(frozen=True)
class Voter:
    """Somebody with a session, and the paper that they will send."""

    session: str
    marks: tuple[int, ...]


@dataclass
class Box:
    """What the voters saw: the receipt of each who got one; who was told that they had voted already; failures."""

    receipts: dict[str, Voter] = field(default_factory=dict)
    told_already: int = 0
    failed: int = 0
    seconds: float = 0.0

    @property
    def voted(self) -> int:
        return len(self.receipts) + self.told_already


def main(voters: int = VOTERS) -> None:
    """Vote, kill, count and print; ends with an error where a paper is lost, doubled or changed."""
    with running_server() as server:
        use_django(server)
        process, electorate = prepare(voters)
        calm, killed = electorate[voters // UNDER_KILLS :], electorate[: voters // UNDER_KILLS]
        bare = [bare_rate(server)]
        quiet = cast(server, process, calm)
        bare.append(bare_rate(server))
        chance = random.Random(20261122)
        with killing(server, at_random(3_600, chance), chance) as kills:
            rough = cast(server, process, killed)
        wait_until_up(server)
        faults = check(server, process, electorate, quiet, rough)
        show(voters, quiet, rough, kills, statistics.median(bare))
    if faults:
        sys.exit("\n".join(faults))


def prepare(voters: int) -> tuple[Process, list[Voter]]:
    """An organisation with so many members and their sessions, and a ranked vote that is open."""
    from causeway.domains.alliances.commands.register_organisation import RegisterOrganisation
    from causeway.domains.assemblies.commands.set_up_process import SetUpProcess
    from causeway.domains.assemblies.commands.settle_roll import SettleRoll
    from causeway.domains.assemblies.models import Ballot, Phase
    from causeway.domains.people.models import Person
    from causeway.kernel import clock
    from causeway.kernel.actors import Member
    from causeway.kernel.perform import perform

    officer = Member(Person.objects.create_user("officer@example.org", display_name="Olu Officer").pk)
    organisation = perform(officer, RegisterOrganisation(name="Bench Branch", kind="union_branch"))
    started = time.monotonic()
    sessions = members_with_sessions(organisation.pk, voters)
    print(f"{voters:,} members with sessions were made in {time.monotonic() - started:.0f} s")
    tomorrow = clock.now() + timedelta(days=1)
    process = perform(
        officer,
        SetUpProcess(
            body_id=organisation.pk,
            title="The bench’s committee",
            question="Who shall sit on the bench?",
            why_here="It is the branch’s own bench.",
            form=Ballot.Form.RANKED,
            options=OPTIONS,
            seats=SEATS,
            opens_at=tomorrow,
            closes_at=tomorrow + timedelta(days=2),
        ),
    )
    started = time.monotonic()
    perform(officer, SettleRoll(process_id=process.pk))
    print(f"the roll was settled in {time.monotonic() - started:.1f} s")
    for phase in Phase.objects.filter(process=process):
        phase.opens_at, phase.closes_at = (moment - timedelta(days=1) for moment in (phase.opens_at, phase.closes_at))
        phase.save()
    chance = random.Random(20261122)
    return process, [Voter(session, ranking(chance)) for session in sessions]


def ranking(chance: random.Random) -> tuple[int, ...]:
    """A paper: the options numbered from 1, all of them."""
    return tuple(chance.sample(range(1, len(OPTIONS) + 1), len(OPTIONS)))


def members_with_sessions(organisation_id: UUID, voters: int) -> list[str]:
    """Accounts that belong to the organisation, each signed in; returns the keys of their sessions."""
    from django.contrib.auth.hashers import make_password
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    from causeway.domains.alliances.models import Membership
    from causeway.domains.alliances.standing import index_of_organisation, index_of_person
    from causeway.domains.people.models import Person

    today, expires = timezone.localdate(), timezone.now() + timedelta(days=1)
    people = [
        Person(email=f"voter{number}@example.org", display_name=f"Voter {number}", password=make_password(None))
        for number in range(voters)
    ]
    Person.objects.bulk_create(people, batch_size=AT_ONCE)
    index = index_of_organisation(organisation_id)
    Membership.objects.bulk_create(
        (
            Membership(
                person_index=index_of_person(one.pk),
                organisation_index=index,
                pair=f"{one.pk} {organisation_id}",
                since=today,
            )
            for one in people
        ),
        batch_size=AT_ONCE,
    )
    store = SessionStore()
    rows = [
        Session(
            session_key=f"bench{number:027d}",
            session_data=store.encode(
                {
                    "_auth_user_id": str(one.pk),
                    "_auth_user_backend": "allauth.account.auth_backends.AuthenticationBackend",
                    "_auth_user_hash": one.get_session_auth_hash(),
                }
            ),
            expire_date=expires,
        )
        for number, one in enumerate(people)
    ]
    Session.objects.bulk_create(rows, batch_size=AT_ONCE)
    return [row.session_key for row in rows]


def bare_rate(server: Server) -> float:
    """Requests a second of the bare view, while the worker is stopped."""
    with bare_view(server) as port, server.worker_stopped():
        from django.db import connection

        from bench.bare.models_sql import CREATE

        with connection.cursor() as cursor:
            cursor.execute(CREATE)
        inserting = (post("/insert", port, person(number)) for number in numbers())
        load(port, inserting, 1.5)
        return load(port, inserting, BARE_SECONDS).per_second(200)


def cast(server: Server, process: Process, voters: Iterable[Voter], *, pause: float = 0.0) -> Box:
    """Let them all vote, each until they have an answer, with ``pause`` seconds between two voters of a connection."""
    box, lock, waiting = Box(), threading.Lock(), iter(voters)

    def one_connection() -> None:
        connection: socket.socket | None = None
        while True:
            with lock:
                voter = next(waiting, None)
            if voter is None:
                return
            time.sleep(pause)
            request = paper_of(voter, process, server.port)
            while True:
                try:
                    connection = connection or connect(server.port)
                    connection.sendall(request)
                    status, body = read_whole_answer(connection)
                except OSError:
                    status, body = 0, b""
                if status != 200:
                    connection = None  # a page of an error may have no length, and its end would be taken for an answer
                with lock:
                    if note(box, voter, status, body):
                        break
                time.sleep(0.2)

    started = time.monotonic()
    threads = [threading.Thread(target=one_connection) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    box.seconds = time.monotonic() - started
    return box


def connect(port: int) -> socket.socket:
    """A connection that waits thirty seconds for an answer, and no longer."""
    connection = socket.create_connection(("127.0.0.1", port), timeout=30)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connection


def paper_of(voter: Voter, process: Process, port: int) -> bytes:
    """The second button: the paper goes into the box."""
    marks = {f"mark_{place}": str(mark) for place, mark in enumerate(voter.marks)}
    form = {**marks, "do": "cast", "csrfmiddlewaretoken": TOKEN}
    return post(f"/votes/{process.slug}/vote/", port, form, f"csrftoken={TOKEN}; sessionid={voter.session}")


def note(box: Box, voter: Voter, status: int, body: bytes) -> bool:
    """Write down what the voter saw; whether they are done."""
    shown = RECEIPT.search(body)
    if status == 200 and shown:
        box.receipts[shown[1].decode()] = voter
        return True
    if ALREADY in body:
        box.told_already += 1
        return True
    box.failed += 1
    if status and status < 500:
        raise RuntimeError(f"answered {status}: {body[:300]!r}")
    return False


@contextmanager
def killing(server: Server, parts: Iterator[str], chance: random.Random) -> Iterator[Counter[str]]:
    """Kill one part after the other for the time of the block; gives how often each was killed."""
    kills: Counter[str] = Counter()
    stop = threading.Event()

    def go_on() -> None:
        for part in parts:
            if stop.is_set():
                return
            kills[part] += kill(server, part, chance)

    killer = threading.Thread(target=go_on)
    killer.start()
    try:
        yield kills
    finally:
        stop.set()
        killer.join()


def check(server: Server, process: Process, electorate: list[Voter], *boxes: Box) -> list[str]:
    """Close the vote, let the worker count it, and compare what is published with what the voters saw."""
    from django.db import connection

    from causeway.domains.assemblies.models import Ballot, Paper, Phase, Voted
    from causeway.engines import stv
    from causeway.engines.exact import TieOrder
    from causeway.engines.stv.formats import read
    from causeway.kernel import clock

    connection.close()  # its server has died since
    faults = []
    voted, papers = Voted.objects.filter(elector__roll=process.pk).count(), Paper.objects.filter(ballot=process.pk)
    if not voted == papers.count() == sum(box.voted for box in boxes) == len(electorate):
        faults.append(f"{len(electorate)} voters, {voted} marked as having voted, {papers.count()} papers in the box")
    Phase.objects.filter(process=process, kind=Phase.Kind.VOTE).update(closes_at=clock.now())
    started = time.monotonic()
    while (ballot := Ballot.objects.get(pk=process.pk)).counted_at is None:
        if time.monotonic() - started > 180:
            return [*faults, "the vote was not counted within three minutes"]
        time.sleep(0.1)
    print(f"closed, counted and published {time.monotonic() - started:.0f} s later (the worker looks each minute)")
    published = fetch(server, electorate[0], f"/votes/{process.slug}/papers.csv").decode().splitlines()
    by_code = {line.split(",")[0]: tuple(map(int, line.split(",")[1:])) for line in published[1:]}
    shown = {code: voter.marks for box in boxes for code, voter in box.receipts.items()}
    if len(by_code) != len(published) - 1 or any(by_code.get(code) != marks for code, marks in shown.items()):
        faults.append("a receipt that was shown is not in the published list, or not with its voter’s marks")
    if sorted(by_code.values()) != sorted(voter.marks for voter in electorate):
        faults.append("the published papers are not those that were sent")
    copy = server.folder / "papers.blt"
    copy.write_bytes(fetch(server, electorate[0], f"/votes/{process.slug}/papers.blt"))
    ties = TieOrder.drawn(ballot.tie_seed, size=len(OPTIONS))
    again = stv.count(read(copy), rule="scottish", ties=ties)
    if list(again.winners) != list((ballot.outcome or {})["chosen"]):
        faults.append("counting the published file again gives another result")
    return faults


def fetch(server: Server, voter: Voter, path: str) -> bytes:
    """A page or a file, as a voter gets it."""
    request = urllib.request.Request(server.url + path, headers={"Cookie": f"sessionid={voter.session}"})
    with urllib.request.urlopen(request) as answer:
        return bytes(answer.read())


def show(voters: int, quiet: Box, rough: Box, kills: Counter[str], bare: float) -> None:
    """The table."""
    rate = quiet.voted / quiet.seconds
    print(f"{'':<34}{'voters':>8}{'seconds':>9}{'a second':>10}{'of bare':>9}")
    print(f"{'bare view, one insert':<34}{'':>8}{'':>9}{bare:>10.0f}{1:>9.0%}")
    print(f"{'papers cast':<34}{quiet.voted:>8}{quiet.seconds:>9.0f}{rate:>10.0f}{rate / bare:>9.0%}")
    print(f"{'papers cast under kill -9':<34}{rough.voted:>8}{rough.seconds:>9.0f}")
    said = ", ".join(f"{kills[part]} {part}" for part in PARTS)
    print(f"killed: {said}; {rough.failed} requests failed and were sent again;")
    print(
        f"{quiet.told_already + rough.told_already} were told on trying again that their paper was in the box already"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else VOTERS)
