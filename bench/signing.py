"""Signing and confirming through the real server, beside a bare Django view that inserts one row, and pgbench.

Everything runs on this machine at once: PostgreSQL with fsync on, gunicorn as ``causeway run`` starts it, and the
client. While Causeway is measured its worker is busy with the letters of what was signed; while the others are, it is
stopped, so that they have the machine to themselves. The bare view runs under the same gunicorn settings on the same
database. Rounds alternate, and the table shows medians.

Run: `python -m bench.signing [SECONDS]`: the seconds of each measurement (default 5), of which there are twelve.
"""

from __future__ import annotations

import itertools
import os
import re
import statistics
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from bench._load import load, post
from bench.server import ROOT, Server, free_port, running_server, use_django, wait_until_answers
from causeway.project import database, run

ROUNDS = 3
PGBENCH = "INSERT INTO bench_row VALUES (gen_random_uuid(), 'Sofia Signer', 'sofia@example.org', 'M6 5FS', now());\n"
BARE, SIGN, CONFIRM, PURE = "bare view, one insert", "Causeway: sign", "Causeway: confirm", "pgbench, 8 clients"


def main(seconds: float = 5.0) -> None:
    """Measure, and print the table."""
    with running_server() as server:
        use_django(server)
        slug, cookie = prepare(server)
        with bare_view(server) as bare_port:
            results = measure(server, bare_port, slug, cookie, seconds)
    show(results)


def prepare(server: Server) -> tuple[str, str]:
    """The bare view's table and a petition that is open; returns its slug and a CSRF cookie from its page."""
    from django.db import connection

    from bench.bare.models_sql import CREATE
    from bench.scene import open_petition

    with connection.cursor() as cursor:
        cursor.execute(CREATE)
    slug = open_petition().slug
    with urllib.request.urlopen(f"{server.url}/petitions/{slug}/") as answer:
        found = re.search(r"csrftoken=(\w+)", answer.headers["Set-Cookie"])
    assert found is not None
    return slug, found[1]


@contextmanager
def bare_view(server: Server) -> Iterator[int]:
    """The bare view, served as ``causeway run`` serves Causeway; gives its port."""
    port = free_port()
    command = run.web_server("bench.bare.wsgi", host="127.0.0.1", port=port)
    environment = {**os.environ, "DATABASE_URL": server.database_url}
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(command, env=environment, stdout=quiet, stderr=quiet, cwd=ROOT, start_new_session=True)
    try:
        wait_until_answers(f"http://127.0.0.1:{port}/insert")
        yield port
    finally:
        child.terminate()
        child.wait(30)


def measure(server: Server, bare_port: int, slug: str, cookie: str, seconds: float) -> dict[str, list[float]]:
    """Requests a second, a figure for each round."""
    number = itertools.count()
    signing = (sign_request(server.port, slug, cookie, next(number)) for _ in itertools.count())
    inserting = (post("/insert", bare_port, person(next(number))) for _ in itertools.count())
    results: dict[str, list[float]] = {SIGN: [], CONFIRM: [], BARE: [], PURE: []}
    load(server.port, signing, 1.5)
    load(bare_port, inserting, 1.5)
    for _ in range(ROUNDS):
        with server.worker_stopped():
            results[PURE].append(pgbench(server, seconds))
            results[BARE].append(load(bare_port, inserting, seconds).per_second(200))
        results[SIGN].append(load(server.port, signing, seconds).per_second(302))
        confirming = confirm_requests(server.port, cookie)
        results[CONFIRM].append(load(server.port, confirming, seconds).per_second(302))
    return results


def person(number: int) -> dict[str, str]:
    """Somebody who signs, one of about twelve at each postcode."""
    home = number // 12
    postcode = f"M{home % 40 + 1} {home // 40 % 9 + 1}{'ABDEFGHJLN'[home // 360 % 10]}{'PQRSTUWXYZ'[home // 3600 % 10]}"
    return {"name": f"Sofia Signer {number}", "email": f"sofia{number}@example.org", "postcode": postcode}


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


def pgbench(server: Server, seconds: float) -> float:
    """Transactions a second of pgbench, inserting the bare view's rows."""
    script = server.folder / "insert.sql"
    script.write_text(PGBENCH)
    command = [database.program("pgbench"), "-n", "-c", "8", "-j", "2", "-T", str(max(1, round(seconds)))]
    done = subprocess.run([*command, "-f", str(script), server.database_url], capture_output=True, text=True)
    match = re.search(r"tps = ([\d.]+)", done.stdout)
    if match is None:
        raise RuntimeError(done.stderr)
    return float(match[1])


def show(results: dict[str, list[float]]) -> None:
    """The table."""
    bare = statistics.median(results[BARE])
    print(f"{'':<26}{'a second':>10}{'of bare':>10}   rounds")
    for name, figures in results.items():
        median = statistics.median(figures)
        rounds = " ".join(f"{figure:.0f}" for figure in figures)
        print(f"{name:<26}{median:>10.0f}{median / bare:>10.0%}   {rounds}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5.0)
