"""Opinion maps beside red-dwarf: loading and analysis apart, each in a process of its own, with the most memory.

`python -m bench.opinion [--large] [FOLDER]`. Votes are generated, seed 20261122: five camps that differ on each
statement, every twentieth vote a pass, people voting on a tenth of the statements (5,000 x 1,000 and 100,000 x 1,000).
FOLDER is a Polis export, such as vtaiwan.uberx; else those in `../shared/data/opinion` are taken. `--large`
adds a million people on a thousand statements, 100 million votes, as Parquet: a minute or two, 8 GB. The analysis is
all of it: components, coordinates, base clusters, groups by silhouette, stability, counts. Where red-dwarf is not
installed it is left out: `python3 tools/bootstrap.py --dev --peers`. “Processor” is the time of the whole process,
start and imports too, on all cores: the figure to go by where the machine is shared.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PEERS_PYTHON = ROOT / ".venv-peers" / "bin" / "python"
REAL = ROOT.parent / "shared" / "data" / "opinion"
SEED, CAMPS, FILLED, BLOCK = 20261122, 5, 0.1, 5_000
LIMIT = 900.0
AIM_SECONDS, AIM_MB = 4.79, 740


def write_log(path: Path, people: int, statements: int) -> None:
    """A log of so many people, as CSV or Parquet, by the ending of its name."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.csv as arrow_csv
    import pyarrow.parquet as pq

    drawn = np.random.default_rng(SEED)
    likes = drawn.beta(0.6, 0.6, (CAMPS, statements)).astype(np.float32)
    names = ("participant", "statement", "vote")
    schema = pa.schema([(name, pa.int64()) for name in names])
    made = arrow_csv.CSVWriter if path.suffix == ".csv" else pq.ParquetWriter
    with made(path, schema) as file:
        for first in range(0, people, BLOCK):
            size = min(BLOCK, people - first)
            row, column = np.nonzero(drawn.random((size, statements), dtype=np.float32) < FILLED)
            camp = drawn.integers(0, CAMPS, size)
            agree = drawn.random(len(row), dtype=np.float32) < likes[camp[row], column]
            vote = np.where(drawn.random(len(row)) < 0.05, 0, np.where(agree, 1, -1))
            file.write_table(pa.table([first + row, column, vote], schema=schema))


def ours(path: Path) -> tuple[float, float, dict[str, Any]]:
    """Causeway: seconds to load and to analyse, and what was found."""
    from causeway.engines import opinion
    from causeway.engines.opinion import formats

    started = time.perf_counter()
    conversation = formats.read(path).limited_to("open")
    loaded = time.perf_counter()
    found = opinion.analyse(conversation.votes, opinion.Settings(blanks=conversation.blanks))
    done = time.perf_counter()
    table = None
    if conversation.published is not None:
        table = opinion.adjusted_rand(opinion.contingency(found.groups, conversation.published))
    said = {"votes": len(conversation.votes), "groups": len(found.names), "ari": table}
    return loaded - started, done - loaded, said


def report(measure: Callable[[Path], tuple[float, float, dict[str, Any]]], path: Path) -> str:
    """One line of JSON: seconds, what was found, the most memory that this process ever had."""
    load, analysis, said = measure(path)
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    figures = {"load": load, "analysis": analysis, "processor": time.process_time(), "mb": int(peak.split()[1]) / 1e3}
    return json.dumps({**figures, **said})


def measured(program: str, path: Path) -> dict[str, Any] | str:
    """The figures of a process of its own, or the word for why there are none."""
    if program == "red-dwarf" and not PEERS_PYTHON.exists():
        return "not installed"
    command = [sys.executable, "-m", "bench.opinion", "--one", str(path)]
    if program == "red-dwarf":
        command = [str(PEERS_PYTHON), "-m", "bench.opinion_peer", str(path)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LIMIT, cwd=ROOT)
    except subprocess.TimeoutExpired:
        return f"more than {LIMIT:.0f} s"
    if done.returncode:
        return f"failed: {done.stderr.strip().splitlines()[-1]}"
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def show(name: str, program: str, path: Path) -> dict[str, Any] | None:
    """Measure one program on one file, and print its line."""
    found = measured(program, path)
    if isinstance(found, str):
        print(f"{name:<24}{program:<11}  {found}", flush=True)
        return None
    agreed = "" if found["ari"] is None else f"{found['ari']:>8.3f}"
    row = f"{found['votes']:>12,}{found['load']:>9.2f}{found['analysis']:>11.2f}{found['processor']:>12.2f}"
    row += f"{found['mb']:>8.0f}{found['groups']:>8}"
    print(f"{name:<24}{program:<11}{row}{agreed}", flush=True)
    return found


def main(arguments: list[str]) -> int:
    """Print the table; returns how many aims were missed."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("--")] or sorted(REAL.glob("*"))
    print(f"{'':<35}{'votes':>12}{'load, s':>9}{'analysis':>11}{'processor':>12}{'MB':>8}{'groups':>8}{'ARI':>8}")
    for folder in filter(Path.is_dir, folders):
        for program in ("Causeway", "red-dwarf"):
            show(folder.name, program, folder)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "votes.csv"
        write_log(path, 5_000, 1_000)
        for program in ("Causeway", "red-dwarf"):
            show("5,000 x 1,000", program, path)
        write_log(path, 100_000, 1_000)
        found = show("100,000 x 1,000", "Causeway", path)
        if "--large" in arguments:
            write_log(path.with_suffix(".parquet"), 1_000_000, 1_000)
            show("1,000,000 x 1,000", "Causeway", path.with_suffix(".parquet"))
    return judged(found)


def judged(found: dict[str, Any] | None) -> int:
    """Say whether the aim at ten million votes is met: a hundredth of red-dwarf's 479 s, a tenth of its 7.4 GB."""
    if not found:
        return 1
    both = found["load"] + found["analysis"]
    good = both < AIM_SECONDS and found["mb"] < AIM_MB
    missed = "" if good else ": MISSED"
    print(f"aim: {AIM_SECONDS} s and {AIM_MB} MB, all together: {both:.2f} s and {found['mb']:.0f} MB{missed}")
    return not good


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(report(ours, Path(sys.argv[2])))
    else:
        sys.exit(main(sys.argv[1:]))
