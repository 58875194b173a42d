"""Minimising truth tables: random crisp data, beside pyQCA and setqca, and what R's QCA is known to take.

`python -m bench.qca [SECONDS]`; a peer gets at most so many (60). Rows and outcomes are drawn with a stated seed,
every row once. Prime implicants, and all models up to the cap, are timed apart, in seconds of processor time, the
best of three runs where a run takes less than 2; peers by the clock. R's figures are of another day and other random
data of the same size, on 2 cores.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from causeway.engines.qca import Condition, primes
from causeway.engines.qca.covers import smallest_covers
from causeway.engines.qca.solutions import MOST_MODELS
from causeway.engines.qca.terms import Term

SEED = 20261122
SIZES = ((6, 20), (8, 30), (10, 40), (12, 50), (15, 50), (15, 200), (20, 50), (24, 50))
MOST_FOR_PEERS = 10
R_TOOK = {(12, 50): "24 s", (15, 50): "> 100 s", (15, 200): "asked for 124 GB", (20, 50): "12.7 s"}
AIMS = {(20, 50): 1.0, (15, 200): 5.0}
PEERS = ("pyQCA", "setqca")
ROOT = Path(__file__).resolve().parent.parent
PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"


def drawn(conditions: int, cases: int) -> dict[Term, int]:
    """Rows that are all different, each with or without the outcome."""
    lots, rows = random.Random(SEED), dict[Term, int]()
    while len(rows) < cases:
        rows.setdefault(tuple(lots.getrandbits(1) for _ in range(conditions)), lots.getrandbits(1))
    return rows


def ours(rows: dict[Term, int], width: int) -> tuple[float, float, str]:
    """Seconds for the primes, and for the models; and what was found."""
    conditions = [Condition(f"C{place}") for place in range(width)]
    on, off = ([row for row, outcome in rows.items() if outcome == wanted] for wanted in (1, 0))
    best = (float("inf"), float("inf"))
    said = ""
    for _ in range(3):
        started = time.process_time()
        found = primes.parsimonious(conditions, on, off)
        between = time.process_time()
        covers = smallest_covers(found.chart, most=MOST_MODELS)
        ended = time.process_time()
        best = (min(best[0], between - started), min(best[1], ended - between))
        many = (
            f"{len(covers.covers):,}"
            if covers.found <= MOST_MODELS and covers.complete
            else f"{MOST_MODELS:,} and more"
        )
        proven = "" if covers.smallest else f", {covers.least} not excluded"
        said = f"{len(found.values):>7,} primes, {len(covers.covers[0])} terms{proven}, {many} models"
        if ended - started > 2:
            break
    return *best, said


def peer(name: str, rows: dict[Term, int], seconds: float) -> str:
    """What a peer takes, in a process of its own."""
    if not PEERS_PYTHON.exists():
        return "not installed"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "table.csv"
        head = ["case", *(f"C{place}" for place in range(len(next(iter(rows))))), "Y"]
        lines = [[f"case{at}", *map(str, row), str(outcome)] for at, (row, outcome) in enumerate(rows.items())]
        file.write_text("\n".join(",".join(line) for line in [head, *lines]) + "\n")
        command = [str(PEERS_PYTHON), "-m", "bench.qca_peers", name, str(file)]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=seconds, cwd=ROOT)
        except subprocess.TimeoutExpired:
            return f"> {seconds:.0f} s"
    if done.returncode:
        return f"failed: {done.stderr.strip().splitlines()[-1][:60]}"
    said = json.loads(done.stdout.splitlines()[-1])
    return f"{said['seconds']:.2f} s ({said['terms']} terms, {said['models']} models)"


def main(seconds: float) -> int:
    """Print the table; returns how many aims were missed."""
    missed = 0
    for width, cases in SIZES:
        rows = drawn(width, cases)
        for_primes, for_models, said = ours(rows, width)
        others = [f"R {R_TOOK[width, cases]}"] if (width, cases) in R_TOOK else []
        if width <= MOST_FOR_PEERS:
            others += [f"{name} {peer(name, rows, seconds)}" for name in PEERS]
        aim = AIMS.get((width, cases))
        over = aim is not None and for_primes + for_models > aim
        missed += over
        note = f"  aim {aim:g} s{': MISSED' if over else ''}" if aim else ""
        print(
            f"{width:>2} x {cases:<4}{for_primes:>8.3f}{for_models:>8.3f}  {said}  {'; '.join(others)}{note}",
            flush=True,
        )
    return missed


if __name__ == "__main__":
    sys.exit(bool(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)))
