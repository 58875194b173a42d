"""Opinion votes through the real server while the map is drawn twice a minute and people look at it.

Every voter has an account, a session and a voice, and votes on one statement after the other as a browser with a script
does: the answer to each vote brings the next statement. PostgreSQL (fsync on), web server, worker and this client share
the machine. Meanwhile one reader loads the page of the map and the page on which people vote, and notes how long each
takes. Before and after, a bare Django view that inserts one row is loaded in the same way, with the worker stopped. In
the end every vote that was acknowledged must be stored once, and the last map must have counted them.

Run: `python -m bench.opinion_votes [SECONDS]` (default 120).
"""

from __future__ import annotations

import random
import statistics
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from bench._load import load, post
from bench.ballots import TOKEN, bare_rate, members_with_sessions
from bench.server import Server, running_server, use_django

if TYPE_CHECKING:
    from causeway.domains.assemblies.models import Conversation

SECONDS = 120.0
VOTERS = 1_200
STATEMENTS = 100
CAMPS = 3
PAUSE = 0.25
WANTED = 200
LAST_MAP_SECONDS = 120.0


@dataclass(frozen=True)
class Voter:
    """Somebody with a session and a voice."""

    session: str
    voice_id: UUID
    camp: int


@dataclass
class Seen:
    """How long pages took, in seconds, and when the maps were drawn that were seen."""

    map_page: list[float] = field(default_factory=list)
    vote_page: list[float] = field(default_factory=list)
    maps: list[datetime] = field(default_factory=list)


def main(seconds: float = SECONDS) -> None:
    """Vote, look, count and print; ends with an error where a vote is lost or doubled, or the rate is too low."""
    with running_server() as server:
        use_django(server)
        conversation, statements, voters = prepare()
        bare = [bare_rate(server)]
        requests = votes(conversation, statements, voters, server.port)
        load(server.port, requests, 3.0)
        with looking(server, conversation, voters[0]) as seen:
            before = stored()
            run = load(server.port, requests, seconds)
        voted = stored() - before
        bare.append(bare_rate(server))
        show(run.seconds, voted, seen, statistics.median(bare))
        faults = check(run.statuses, voted, conversation)
    if voted / run.seconds < WANTED:
        faults.append(f"fewer than {WANTED} votes a second")
    if faults:
        sys.exit("\n".join(faults))


def prepare() -> tuple[Conversation, list[tuple[UUID, int]], list[Voter]]:
    """An organisation whose members have voices in an open conversation; its statements, by identifier and number."""
    from causeway.domains.alliances.commands.register_organisation import RegisterOrganisation
    from causeway.domains.assemblies.commands.set_up_conversation import SetUpConversation
    from causeway.domains.assemblies.conversation_standing import index_of_voice
    from causeway.domains.assemblies.models import Conversation, Phase, Voice
    from causeway.domains.people.models import Person
    from causeway.kernel import clock
    from causeway.kernel.actors import Member
    from causeway.kernel.perform import perform

    officer = Member(Person.objects.create_user("officer@example.org", display_name="Olu Officer").pk)
    organisation = perform(officer, RegisterOrganisation(name="Bench Branch", kind="union_branch"))
    sessions = members_with_sessions(organisation.pk, VOTERS)
    process = perform(
        officer,
        SetUpConversation(
            body_id=organisation.pk,
            title="The bench’s conversation",
            question="What shall become of the bench?",
            why_here="It is the branch’s own bench.",
            statements=tuple(f"The bench shall be made better in way number {n}." for n in range(STATEMENTS)),
            moderated=False,
            opens_at=clock.now(),
            closes_at=clock.now() + timedelta(days=1),
        ),
    )
    Phase.objects.filter(process=process).update(opens_at=clock.now() - timedelta(minutes=1))
    conversation = Conversation.objects.select_related("process").get(process=process)
    people = {f"voter{number}@example.org": number for number in range(VOTERS)}
    of_email = {one.email: one.pk for one in Person.objects.filter(email__in=people)}
    voices = Voice.objects.bulk_create(
        Voice(conversation=conversation, holder_index=index_of_voice(of_email[email], conversation.pk))
        for email in people
    )
    voters = [Voter(sessions[n], voice.pk, n % CAMPS) for n, voice in enumerate(voices)]
    return conversation, list(conversation.statements.values_list("pk", "number")), voters


def votes(
    conversation: Conversation, statements: list[tuple[UUID, int]], voters: list[Voter], port: int
) -> Iterator[bytes]:
    """Each voter’s vote on each statement, in an order that mixes both; on two thirds of them the camps differ."""
    chance = random.Random(20261122)
    rounds = [random.Random(number).sample(statements, len(statements)) for number in range(len(voters))]
    for turn in range(len(statements)):
        for number in chance.sample(range(len(voters)), len(voters)):
            statement_id, at = rounds[number][turn]
            yield vote_of(conversation, voters[number], statement_id, at, opinion(voters[number], at, chance), port)


def opinion(voter: Voter, number: int, chance: random.Random) -> int:
    """What somebody of a camp thinks, give or take."""
    if chance.random() < 0.2:
        return chance.choice((-1, 0, 1))
    return 1 if number % 3 == 0 or (number + voter.camp) % CAMPS else -1


def vote_of(conversation: Conversation, voter: Voter, statement_id: UUID, number: int, value: int, port: int) -> bytes:
    """One press of a button, as htmx sends it."""
    form = {"statement": str(statement_id), "voice": str(voter.voice_id), "number": str(number), "value": str(value)}
    cookie = f"csrftoken={TOKEN}; sessionid={voter.session}\r\nHX-Request: true"
    path = f"/votes/{conversation.process.slug}/conversation/vote/"
    return post(path, port, {**form, "csrfmiddlewaretoken": TOKEN}, cookie)


@contextmanager
def looking(server: Server, conversation: Conversation, reader: Voter) -> Iterator[Seen]:
    """Load both pages again and again for the time of the block."""
    seen, stop = Seen(), threading.Event()
    address = f"{server.url}/votes/{conversation.process.slug}/"

    def go_on() -> None:
        from django.db import connection

        from causeway.domains.assemblies.models import OpinionMap

        while not stop.wait(PAUSE):
            seen.map_page.append(timed(f"{address}map/", reader))
            seen.vote_page.append(timed(f"{address}conversation/vote/", reader))
            drawn = OpinionMap.objects.filter(conversation=conversation).values_list("drawn_at", flat=True).first()
            if drawn and drawn not in seen.maps:
                seen.maps.append(drawn)
        connection.close()

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield seen
    finally:
        stop.set()
        thread.join()


def timed(address: str, reader: Voter) -> float:
    """How many seconds a page takes."""
    request = urllib.request.Request(address, headers={"Cookie": f"sessionid={reader.session}"})
    started = time.perf_counter()
    with urllib.request.urlopen(request, timeout=60) as answer:
        answer.read()
    return time.perf_counter() - started


def stored() -> int:
    """How many votes are in the database."""
    from causeway.domains.assemblies.models import StatementVote

    return StatementVote.objects.count()


def check(statuses: Any, voted: int, conversation: Conversation) -> list[str]:
    """Whether every acknowledged vote is stored, and a map counts them all within two minutes."""
    from causeway.domains.assemblies.models import OpinionMap

    faults = []
    if statuses[200] != voted or set(statuses) != {200}:
        faults.append(f"{dict(statuses)} answered, and {voted} votes more are stored")
    everything, deadline = stored(), time.monotonic() + LAST_MAP_SECONDS
    while time.monotonic() < deadline:
        row = OpinionMap.objects.filter(conversation=conversation).first()
        if row and row.figures and row.figures["votes"] == everything:
            return faults
        time.sleep(1)
    return [*faults, "no map counted all votes within two minutes"]


def show(seconds: float, voted: int, seen: Seen, bare: float) -> None:
    """The table."""
    rate = voted / seconds
    print(f"{'':<36}{'votes':>8}{'a second':>10}{'of bare':>9}")
    print(f"{'bare view, one insert':<36}{'':>8}{bare:>10.0f}{1:>9.0%}")
    print(f"{'votes, each with the next statement':<36}{voted:>8}{rate:>10.0f}{rate / bare:>9.0%}")
    print(f"\n{'page, while they vote (ms)':<36}{'median':>8}{'95 in 100':>10}{'slowest':>9}{'loads':>8}")
    for name, times in (("the map", seen.map_page), ("the page on which people vote", seen.vote_page)):
        ordered = sorted(1000 * one for one in times)
        late = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
        print(f"{name:<36}{statistics.median(ordered):>8.0f}{late:>10.0f}{ordered[-1]:>9.0f}{len(ordered):>8}")
    gaps = [(later - earlier).total_seconds() for earlier, later in zip(seen.maps, seen.maps[1:], strict=False)]
    longest = f", at most {max(gaps):.0f} s apart" if gaps else ""
    print(f"\nmaps drawn meanwhile: {len(seen.maps)}{longest}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS)
