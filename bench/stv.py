"""Counting ranked votes beside the Python peers: reading and counting apart, each in a process of its own.

`python -m bench.stv [SECONDS]` (how long a peer may take, 120). Ballots are generated: 15 candidates, 5 places, seed
20261122, popularity falling from the first candidate to the last, of random length. Peers that are not installed are
left out: `python3 tools/bootstrap.py --dev --peers` installs them, in an environment of their own.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

SIZES = (14_207, 100_000, 1_000_000)
CANDIDATES, SEATS, SEED = 15, 5, 20261122
SHORT = 5.0
MOST_FOR_PEERS = 100_000
RIGHT = ("pref_voting", "VoteKit")  # PyRankVote elects others in 4 of 356 official Scottish results
PEERS = ("pref_voting", "VoteKit", "PyRankVote")
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


def plain_lines(path: Path) -> Iterator[list[int]]:
    """The rankings of a file that was written above, for peers that read no BLT."""
    with path.open() as file:
        next(file)
        for line in file:
            if line == "0\n":
                return
            yield [int(number) for number in line.split()[1:-1]]


def causeway(path: Path, rule: str) -> tuple[float, float, list[int]]:
    """Ours."""
    from causeway.engines import stv
    from causeway.engines.stv.formats import read

    started = time.perf_counter()
    election = read(path)
    read_at = time.perf_counter()
    result = stv.count(election, rule=rule)
    return read_at - started, time.perf_counter() - read_at, sorted(place + 1 for place in result.winners)


def pref_voting(path: Path) -> tuple[float, float, list[int]]:
    """pref_voting's Scottish rule, on merged rankings."""
    from collections import Counter

    from pref_voting.profiles_with_ties import ProfileWithTies
    from pref_voting.proportional_methods import stv_scottish

    started = time.perf_counter()
    merged = Counter(map(tuple, plain_lines(path)))
    rankings = [{number: rank for rank, number in enumerate(ranking, start=1)} for ranking in merged]
    profile = ProfileWithTies(rankings, list(merged.values()), candidates=list(range(1, CANDIDATES + 1)))
    read_at = time.perf_counter()
    winners = stv_scottish(profile, num_seats=SEATS)
    return read_at - started, time.perf_counter() - read_at, sorted(winners)


def votekit(path: Path) -> tuple[float, float, list[int]]:
    """VoteKit's fast fractional STV, one surplus at a time."""
    from collections import Counter

    from votekit.ballot import RankBallot
    from votekit.elections import FastSTV
    from votekit.pref_profile import RankProfile

    started = time.perf_counter()
    merged = Counter(map(tuple, plain_lines(path)))
    ballots = [RankBallot(ranking=[{f"C{n}"} for n in ranking], weight=papers) for ranking, papers in merged.items()]
    profile = RankProfile(ballots=ballots, candidates=[f"C{n}" for n in range(1, CANDIDATES + 1)])
    read_at = time.perf_counter()
    election = FastSTV(profile, n_seats=SEATS, simultaneous=False, tiebreak="random")
    winners = [int(name[1:]) for group in election.get_elected() for name in group]
    return read_at - started, time.perf_counter() - read_at, sorted(winners)


def pyrankvote(path: Path) -> tuple[float, float, list[int]]:
    """PyRankVote's STV."""
    import pyrankvote as peer

    started = time.perf_counter()
    people = [peer.Candidate(f"C{number}") for number in range(1, CANDIDATES + 1)]
    ballots = [peer.Ballot(ranked_candidates=[people[n - 1] for n in ranking]) for ranking in plain_lines(path)]
    read_at = time.perf_counter()
    result = peer.single_transferable_vote(people, ballots, number_of_seats=SEATS)
    winners = [int(person.name[1:]) for person in result.get_winners()]
    return read_at - started, time.perf_counter() - read_at, sorted(winners)


OURS = ("scottish", "ers97", "wigm", "meek")
COUNTERS: dict[str, Callable[[Path], tuple[float, float, list[int]]]] = {
    **{f"Causeway {rule}": partial(causeway, rule=rule) for rule in OURS},
    "pref_voting": pref_voting,
    "VoteKit": votekit,
    "PyRankVote": pyrankvote,
}


def one(name: str, path: Path) -> None:
    """Measure one counter on one file, the best of three runs where they are short, and print it as JSON."""
    runs = [COUNTERS[name](path)]
    while len(runs) < 3 and sum(runs[0][:2]) < SHORT:
        runs.append(COUNTERS[name](path))
    reading, counting = (min(run[part] for run in runs) for part in (0, 1))
    print(json.dumps({"read": reading, "count": counting, "winners": runs[0][2], "mb": most_memory()}))


def most_memory() -> float:
    """The most memory that this process has held, in MB (Linux; a child's rusage would count its parent's)."""
    held = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(held[1]) / 1024 if held else float("nan")


def measured(name: str, path: Path, seconds: float) -> dict[str, Any] | str:
    """The figures of a process of its own, or the word for why there are none."""
    python = PEERS_PYTHON if name in PEERS else Path(sys.executable)
    if not python.exists():
        return "not installed"
    command = [str(python), "-m", "bench.stv", "one", name, str(path)]
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
            rows = {}
            for name in COUNTERS:
                if name in PEERS and papers > MOST_FOR_PEERS:
                    continue
                figures = measured(name, path, seconds)
                if isinstance(figures, str):
                    print(f"{name:<20}  {figures}")
                    continue
                rows[name] = figures
                same = "as ours" if figures["winners"] == rows["Causeway scottish"]["winners"] else figures["winners"]
                print(
                    f"{name:<20}{figures['read']:>10.3f}{figures['count']:>10.3f}{figures['mb']:>7.0f}  {same}",
                    flush=True,
                )
            missed += judged(papers, rows)
    return missed


def judged(papers: int, rows: dict[str, dict[str, Any]]) -> int:
    """Say whether the aim of this size is met."""
    ours = rows["Causeway scottish"]
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
    if sys.argv[1:2] == ["one"]:
        one(sys.argv[2], Path(sys.argv[3]))
    else:
        sys.exit(main(float(sys.argv[1]) if sys.argv[1:] else 120))
