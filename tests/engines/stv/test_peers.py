"""Agreement with the peers that count by the same rules, where `tools/bootstrap.py --peers` has installed them.

pref_voting's `stv_scottish` is the Scottish rule. VoteKit's fractional STV, one surplus at a time, with the whole Droop
quota, is `wigm` in floats, but for one thing: it also gives papers to candidates who have reached the quota and whose
own surplus still waits, which rule 49 and every text here forbid, since they are no continuing candidates. So it is
compared on elections in which nobody waits. It breaks ties by chance, so ties are left out for both.
"""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path

import pytest

from causeway.engines import stv
from causeway.engines.exact import Tied
from causeway.engines.stv.formats import read, write

ROOT = Path(__file__).resolve().parents[3]
PYTHON = ROOT / ".venv-peers" / "bin" / "python"

pytestmark = pytest.mark.skipif(not PYTHON.exists(), reason="the peers are not installed (tools/bootstrap.py --peers)")


def winners_by(peer: str, files: list[Path]) -> list[list[int]]:
    done = subprocess.run(
        [str(PYTHON), "-m", "bench.stv_peers", peer, "0", *map(str, files)],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [json.loads(line)["winners"] for line in done.stdout.splitlines()]


def settled_by_votes_alone(result: stv.Result) -> bool:
    return not any("were equal" in stage.ground for stage in result.stages)


def nobody_waits(result: stv.Result) -> bool:
    """Whether papers never moved while somebody with the quota still waited to pass a surplus on."""
    waiting: set[int] = set()
    for stage in result.stages:
        waiting -= set(stage.of)
        if waiting:
            return False
        waiting |= {place for place in stage.elected if stage.totals[place] >= stage.quota}
    return True


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A hundred random elections in which neither rule meets a tie."""
    folder, chance, found = tmp_path_factory.mktemp("peers"), random.Random(20261122), []
    while len(found) < 100:
        candidates = chance.randint(4, 8)
        rankings = [
            (chance.randint(1, 40), chance.sample(range(1, candidates + 1), chance.randint(1, candidates)))
            for _ in range(chance.randint(8, 30))
        ]
        names = [f"C{number}" for number in range(1, candidates + 1)]
        election = stv.Election.of(rankings, names=names, seats=chance.randint(1, candidates - 2))
        try:
            results = [stv.count(election, rule=rule) for rule in ("scottish", "wigm")]
        except Tied:
            continue
        if all(map(settled_by_votes_alone, results)):
            path = folder / f"{len(found)}.blt"
            path.write_text(write(election, "blt"))
            found.append(path)
    return found


def test_pref_voting_elects_the_same_by_the_scottish_rule(files: list[Path]) -> None:
    ours = [sorted(place + 1 for place in stv.count(read(path), rule="scottish").winners) for path in files]
    assert winners_by("pref_voting", files) == ours


def test_votekit_elects_the_same_as_wigm_wherever_nobody_waits(files: list[Path]) -> None:
    results = {path: stv.count(read(path), rule="wigm") for path in files}
    fit = [path for path, result in results.items() if nobody_waits(result)]
    assert len(fit) > 40
    ours = [sorted(place + 1 for place in results[path].winners) for path in fit]
    assert winners_by("VoteKit", fit) == ours


@pytest.mark.realdata
@pytest.mark.parametrize("peer", ["pref_voting", "VoteKit"])
def test_a_peer_elects_the_official_winners(peer: str, real_data: Path) -> None:
    official = json.loads((real_data / "stv" / "official.json").read_text())
    files = [real_data / "stv" / f"{ward}.blt" for ward in official]
    assert winners_by(peer, files) == [sorted(one["elected"]) for one in official.values()]
