"""Counting ranked votes beside the Python peers: reading and counting apart, each in a process of its own.

`python -m bench.stv [SECONDS]` (how long a peer may take, 120). Ballots are generated: 15 candidates, 5 places, seed
20261122, popularity falling from the first candidate to the last, of random length. Seconds of processor time, so that
others at work on the machine change little. Peers that are not installed are left out: `python3 tools/bootstrap.py
--dev --peers` installs them, in an environment of their own.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import Any

from bench.stv_peers import PEERS, Measured, report

SIZES = (14_207, 100_000, 1_000_000)
CANDIDATES, SEATS, SEED = 15, 5, 20261122
SHORT = 5.0
MOST_FOR_PEERS = 100_000
RULES = ("scottish", "ers97", "wigm", "meek")
RIGHT = ("pref_voting", "VoteKit")  # PyRankVote elects others in 4 of 356 official Scottish results
ROOT = Path(__file__).resolve().parent.parent
PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"


def write_ballots(path: Path, papers: int) -> None:
    """A BLT file of so many papers."""
    import numpy as np

    random = np.random.default_rng(SEED)
    liked = random.gumbel(size=(papers, CANDIDATES)) + np.linspace(2, 0, CANDIDATES)
    rankings = (np.argsort(-liked, axis=1) + 1).tolist()
    lengths = random.integers(1, CANDIDATES + 1, papers).tolist()
    with path.open("w") as file:
        file.write(f"{CANDIDATES} {SEATS}\n")
        for ranking, length in zip(rankings, lengths, strict=True):
            file.write(f"1 {' '.join(map(str, ranking[:length]))} 0\n")
        file.write("0\n" + "".join(f'"C{number}"\n' for number in range(1, CANDIDATES + 1)))


def causeway(path: Path, rule: str) -> Measured:
    """Ours."""
    from causeway.engines import stv
    from causeway.engines.stv.formats import read

    started = time.process_time()
    election = read(path)
    read_at = time.process_time()
    result = stv.count(election, rule=rule)
    return read_at - started, time.process_time() - read_at, sorted(place + 1 for place in result.winners)


def measured(name: str, path: Path, seconds: float) -> dict[str, Any] | str:
    """The figures of a process of its own, or the word for why there are none."""
    if name in PEERS and not PEERS_PYTHON.exists():
        return "not installed"
    command = [str(PEERS_PYTHON), "-m", "bench.stv_peers", name, str(SHORT), str(path)]
    if name in RULES:
        command = [sys.executable, "-m", "bench.stv", name, str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds, cwd=ROOT)
    except subprocess.TimeoutExpired:
        return f"more than {seconds:.0f} s"
    if done.returncode:
        return f"failed: {done.stderr.strip().splitlines()[-1]}"
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def main(seconds: float) -> int:
    """Print a table for each size; returns how many aims were missed."""
    missed = 0
    with tempfile.TemporaryDirectory() as folder:
        for papers in SIZES:
            path = Path(folder) / f"{papers}.blt"
            write_ballots(path, papers)
            print(f"\n{papers:,} ballots, {CANDIDATES} candidates, {SEATS} places ({path.stat().st_size / 1e6:.1f} MB)")
            print(f"{'':<20}{'read, s':>10}{'count, s':>10}{'MB':>7}  elected")
            rows: dict[str, dict[str, Any]] = {}
            for name in (*RULES, *(PEERS if papers <= MOST_FOR_PEERS else ())):
                label = name if name in PEERS else f"Causeway {name}"
                figures = measured(name, path, seconds)
                if isinstance(figures, str):
                    print(f"{label:<20}  {figures}", flush=True)
                    continue
                rows[name] = figures
                same = "as ours" if figures["winners"] == rows[RULES[0]]["winners"] else figures["winners"]
                row = f"{label:<20}{figures['read']:>10.3f}{figures['count']:>10.3f}{figures['mb']:>7.0f}  {same}"
                print(row, flush=True)
            missed += judged(papers, rows)
    return missed


def judged(papers: int, rows: dict[str, dict[str, Any]]) -> int:
    """Say whether the aim of this size is met."""
    ours = rows[RULES[0]]
    both = ours["read"] + ours["count"]
    right = [name for name in RIGHT if name in rows and rows[name]["winners"] == ours["winners"]]
    if papers == MOST_FOR_PEERS and right:
        best = min(right, key=lambda name: rows[name]["read"] + rows[name]["count"])
        ratio = (rows[best]["read"] + rows[best]["count"]) / both
        alone = min(rows[name]["count"] for name in right) / ours["count"]
        print(
            f"aim: 100 times the fastest peer that is right ({best}): {ratio:.0f} times, "
            f"at counting alone {alone:.0f} times{'' if ratio >= 100 else ': MISSED'}"
        )
        return ratio < 100
    if papers == SIZES[-1]:
        good = both < 1 and ours["mb"] < 300
        print(f"aim: 1 s and 300 MB, all together: {both:.2f} s and {ours['mb']:.0f} MB{'' if good else ': MISSED'}")
        return not good
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] and sys.argv[1] in RULES:
        print(report(partial(causeway, rule=sys.argv[1]), Path(sys.argv[2]), SHORT))
    else:
        sys.exit(main(float(sys.argv[1]) if sys.argv[1:] else 120))
