"""red-dwarf behind one door: `python -m bench.opinion_peer FILE_OR_FOLDER`, in the environment of the peers.

Imports nothing of Causeway. Prints one line of JSON: seconds to load and to analyse, groups, the adjusted Rand index
against published groups, and the most memory. It is given the last votes and the rejected statements.
"""

from __future__ import annotations

import csv
import json
import sys
import time
import warnings
from pathlib import Path
from typing import Any

warnings.simplefilter("ignore")


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def log(path: Path) -> list[dict[str, int]]:
    """The votes as red-dwarf takes them; of several in one cell the last, since it stops at a second one."""
    last: dict[tuple[str, str], dict[str, int]] = {}
    for place, row in enumerate(rows(path)):
        person, statement = row.get("voter-id") or row["participant"], row.get("comment-id") or row["statement"]
        vote = {
            "participant_id": int(person),
            "statement_id": int(statement),
            "vote": int(row["vote"]),
            "modified": int(row.get("timestamp") or place),
        }
        before = last.get((person, statement))
        if before is None or vote["modified"] >= before["modified"]:
            last[person, statement] = vote
    return list(last.values())


def index(found: Any, folder: Path) -> float:
    """The adjusted Rand index against the published groups."""
    from sklearn.metrics import adjusted_rand_score

    said = {int(row["participant"]): row["group-id"] for row in rows(folder / "participants-votes.csv")}
    ours = found.participants_df["cluster_id"].dropna()
    both = [person for person in ours.index if said.get(person)]
    return float(adjusted_rand_score([said[person] for person in both], [int(ours[person]) for person in both]))


def main(path: Path) -> str:
    """Measure."""
    from reddwarf.implementations.polis import run_pipeline

    started = time.perf_counter()
    votes = log(path / "votes.csv" if path.is_dir() else path)
    out = (
        [int(row["comment-id"]) for row in rows(path / "comments.csv") if row["moderated"] == "-1"]
        if path.is_dir()
        else []
    )
    loaded = time.perf_counter()
    found = run_pipeline(votes=votes, mod_out_statement_ids=out, random_state=1)
    done = time.perf_counter()
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return json.dumps(
        {
            "load": loaded - started,
            "analysis": done - loaded,
            "processor": time.process_time(),
            "mb": int(peak.split()[1]) / 1e3,
            "votes": len(votes),
            "groups": int(found.participants_df["cluster_id"].nunique()),
            "ari": index(found, path) if path.is_dir() else None,
        }
    )


if __name__ == "__main__":
    print(main(Path(sys.argv[1])))
