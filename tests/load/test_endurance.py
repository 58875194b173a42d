"""The real server, as `causeway run` starts it, under kill -9. The same code as the benchmark's, only shorter."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent

# In a process of its own: this one's Django talks to the tests' database.
KILL_EACH_ONCE = """
import json, random, time
from bench.endurance import PARTS, endure

def each_once():
    for part in PARTS:
        time.sleep(1.5)
        yield part
    time.sleep(1.5)

outcome = endure(each_once(), random.Random(1), pause=0.5)
print(json.dumps({"kills": outcome.kills, "good": outcome.is_good, "all": repr(outcome)}))
"""

VOTE_MEANWHILE = """
import json, random, time
from bench import ballots
from bench.server import running_server, use_django, wait_until_up

def each_once():
    for part in ballots.PARTS:
        time.sleep(1)
        yield part

with running_server() as server:
    use_django(server)
    process, voters = ballots.prepare(300)
    with ballots.killing(server, each_once(), random.Random(1)) as kills:
        box = ballots.cast(server, process, voters, pause=0.2)
    wait_until_up(server)
    faults = ballots.check(server, process, voters, box)
print(json.dumps({"kills": kills, "failed": box.failed, "faults": faults}))
"""


def outcome_of(program: str) -> dict[str, Any]:
    """What the program printed last."""
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    outcome: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return outcome


@pytest.mark.slow
def test_no_acknowledged_signature_and_no_letter_is_lost_whatever_is_killed() -> None:
    outcome = outcome_of(KILL_EACH_ONCE)
    assert outcome["kills"] == {"web": 1, "worker": 1, "database": 1}, outcome["all"]
    assert outcome["good"], outcome["all"]


@pytest.mark.slow
def test_every_voter_has_one_paper_in_the_published_list_whatever_is_killed() -> None:
    outcome = outcome_of(VOTE_MEANWHILE)
    assert outcome["kills"] == {"web": 1, "worker": 1, "database": 1}
    assert outcome["failed"] > 0
    assert outcome["faults"] == []
