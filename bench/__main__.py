"""`python -m bench [NAME …]`: run the benchmarks, or those named. All take some fifty minutes together."""

from __future__ import annotations

import subprocess
import sys

BENCHMARKS = (
    "signing",
    "scale",
    "endurance",
    "ballots",
    "opinion_votes",
    "stv",
    "budgeting",
    "power",
    "opinion",
    "cluster",
    "qca",
    "networks",
)


def main(wanted: list[str]) -> int:
    """Run each in a process of its own, since each talks to a database of its own; returns how many missed."""
    missed = 0
    for name in [name for name in BENCHMARKS if not wanted or name in wanted]:
        print(f"\n== {name}", flush=True)
        missed += bool(subprocess.run([sys.executable, "-m", f"bench.{name}"], check=False).returncode)
    return missed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
