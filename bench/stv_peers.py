"""The Python peers that count ranked votes, behind one door: `python -m bench.stv_peers NAME SECONDS FILE …`.

Runs in the environment of the peers, so imports nothing of Causeway. Prints a line of JSON for each file: seconds of
processor time to read and to count (the best of three runs, where a run takes less than SECONDS), who was elected, and
the most memory.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

Ranking = tuple[int, ...]
Measured = tuple[float, float, list[Any]]  # seconds to read, seconds to decide, who or what was chosen


def plain(path: Path) -> tuple[int, int, list[Ranking]]:
    """Candidates, places and one ranking a paper, of a plain BLT file."""
    with path.open(encoding="latin-1") as file:
        candidates, seats = map(int, next(file).split())
        rankings: list[Ranking] = []
        for line in file:
            if line.strip() == "0":
                break
            papers, *ranking = map(int, line.split())
            rankings += [tuple(ranking[:-1])] * papers
    return candidates, seats, rankings


def pref_voting(path: Path) -> Measured:
    """pref_voting's Scottish rule, on merged rankings."""
    from pref_voting.profiles_with_ties import ProfileWithTies
    from pref_voting.proportional_methods import stv_scottish

    started = time.process_time()
    candidates, seats, papers = plain(path)
    merged = Counter(papers)
    rankings = [{number: rank for rank, number in enumerate(ranking, start=1)} for ranking in merged]
    profile = ProfileWithTies(rankings, list(merged.values()), candidates=list(range(1, candidates + 1)))
    read = time.process_time()
    winners = stv_scottish(profile, num_seats=seats)
    return read - started, time.process_time() - read, sorted(winners)


def votekit(path: Path) -> Measured:
    """VoteKit's fast fractional STV, one surplus at a time."""
    from votekit.ballot import RankBallot
    from votekit.elections import FastSTV
    from votekit.pref_profile import RankProfile

    started = time.process_time()
    candidates, seats, papers = plain(path)
    merged = Counter(papers)
    ballots = [RankBallot(ranking=[{f"C{n}"} for n in ranking], weight=count) for ranking, count in merged.items()]
    profile = RankProfile(ballots=ballots, candidates=[f"C{n}" for n in range(1, candidates + 1)])
    read = time.process_time()
    election = FastSTV(profile, n_seats=seats, simultaneous=False, tiebreak="random", rng_seed=1)
    winners = [int(name[1:]) for group in election.get_elected() for name in group]
    return read - started, time.process_time() - read, sorted(winners)


def pyrankvote(path: Path) -> Measured:
    """PyRankVote's STV."""
    import pyrankvote as peer

    started = time.process_time()
    candidates, seats, papers = plain(path)
    people = [peer.Candidate(f"C{number}") for number in range(1, candidates + 1)]
    ballots = [peer.Ballot(ranked_candidates=[people[number - 1] for number in ranking]) for ranking in papers]
    read = time.process_time()
    result = peer.single_transferable_vote(people, ballots, number_of_seats=seats)
    winners = [int(person.name[1:]) for person in result.get_winners()]
    return read - started, time.process_time() - read, sorted(winners)


PEERS: dict[str, Callable[[Path], Measured]] = {
    "pref_voting": pref_voting,
    "VoteKit": votekit,
    "PyRankVote": pyrankvote,
}


def report(counter: Callable[[Path], Measured], path: Path, short: float) -> str:
    """The figures of one counter on one file as JSON."""
    runs = [counter(path)]
    while len(runs) < 3 and sum(runs[0][:2]) < short:
        runs.append(counter(path))
    reading, counting = (min(run[part] for run in runs) for part in (0, 1))
    return json.dumps({"read": reading, "count": counting, "winners": runs[0][2], "mb": most_memory()})


def most_memory() -> float:
    """The most memory that this process has held, in MB (Linux; a child's rusage would count its parent's)."""
    held = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(held[1]) / 1024 if held else float("nan")


if __name__ == "__main__":
    name, short, *files = sys.argv[1:]
    for file in files:
        print(report(PEERS[name], Path(file), float(short)), flush=True)
