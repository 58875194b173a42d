"""The real server, as `causeway run` starts it, under kill -9. The same code as the benchmark's, only shorter."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

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


@pytest.mark.slow
def test_no_acknowledged_signature_and_no_letter_is_lost_whatever_is_killed() -> None:
    command = [sys.executable, "-c", KILL_EACH_ONCE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout.splitlines()[-1])
    assert outcome["kills"] == {"web": 1, "worker": 1, "database": 1}, outcome["all"]
    assert outcome["good"], outcome["all"]
