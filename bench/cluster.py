"""Opinion maps on a Dask cluster beside one machine: 1, 2 and 4 workers, on the same parts, with the same result.

`python -m bench.cluster [--small]`. Votes are generated, seed 20261122, in 20 Parquet parts: five camps that differ on
each statement, every twentieth vote a pass, people voting on a tenth of the statements. A million people on a thousand
statements, 100 million votes (2 GB of memory in all for them alone); `--small`: a tenth of the people. Scheduler and
workers are processes of this machine (a thread each), so more workers than cores cannot gain: what the table shows is
the overhead. Seconds by the clock depend on who else uses the machine; processor seconds are the sum over client,
scheduler and workers. One machine is the same command without a scheduler, its matrix products on one core too.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil

ROOT = Path(__file__).resolve().parent.parent
SEED, CAMPS, FILLED, STATEMENTS, PARTS, BLOCK = 20261122, 5, 0.1, 1_000, 20, 5_000
ONE_THREAD = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
PATIENCE = 60.0


def write_parts(folder: Path, people: int) -> None:
    """The log of so many people in parts."""
    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    likes = np.random.default_rng(SEED).beta(0.6, 0.6, (CAMPS, STATEMENTS)).astype(np.float32)
    schema = pa.schema([("participant", pa.int32()), ("statement", pa.int16()), ("vote", pa.int8())])
    for part in range(PARTS):
        drawn = np.random.default_rng([SEED, part])
        own = people // PARTS
        with pq.ParquetWriter(folder / f"part-{part:02}.parquet", schema) as file:
            for first in range(part * own, (part + 1) * own, BLOCK):
                size = min(BLOCK, (part + 1) * own - first)
                row, column = np.nonzero(drawn.random((size, STATEMENTS), dtype=np.float32) < FILLED)
                camp = drawn.integers(0, CAMPS, size)
                agree = drawn.random(len(row), dtype=np.float32) < likes[camp[row], column]
                vote = np.where(drawn.random(len(row)) < 0.05, 0, np.where(agree, 1, -1))
                file.write_table(pa.table([first + row, column, vote], schema=schema))


@contextmanager
def cluster(workers: int, place: Path) -> Iterator[tuple[str, list[psutil.Process]]]:
    """A scheduler with so many workers; their processes, killed at the end."""
    found = place / "scheduler.json"
    common = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(found)]
    begun = [_start("scheduler", "--port", "0", *common)]
    try:
        end = time.monotonic() + PATIENCE
        while not (found.exists() and found.read_text().endswith("}")) and time.monotonic() < end:
            time.sleep(0.1)
        own = ["--nthreads", "1", "--no-nanny", "--memory-limit", "0", "--local-directory", str(place)]
        begun += [_start("worker", *common, *own) for _ in range(workers)]
        yield json.loads(found.read_text())["address"], [psutil.Process(process.pid) for process in begun]
    finally:
        for process in begun:
            process.kill()
            process.wait()


def _start(*what: str) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "dask", *what]
    return subprocess.Popen(command, cwd=ROOT, env=ONE_THREAD, stdout=quiet, stderr=quiet)


def one(folder: str, address: str) -> str:
    """A line of JSON: seconds to read and to analyse, processor seconds and the most memory of this process."""
    from causeway.engines.opinion.findings import find_in
    from causeway.engines.opinion.parts import read_parts
    from causeway.surfaces.cli.opinions_parts import runner_at

    started = time.perf_counter()
    with runner_at(address or None) as runner:
        log = read_parts([folder], runner)
        read = time.perf_counter()
        found = find_in(log)
        done = time.perf_counter()
        said = {"votes": found.votes, "digest": found.digest, "groups": found.sizes.tolist()}
    processor = time.process_time()
    return json.dumps({"read": read - started, "analysis": done - read, "cpu": processor, "mb": _most_mb(), **said})


def _most_mb(process: int | str = "self") -> float:
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1e3


def measured(folder: Path, address: str = "") -> dict[str, Any]:
    """The figures of a client in a process of its own."""
    command = [sys.executable, "-m", "bench.cluster", "--one", str(folder), address]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=ONE_THREAD)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def show(name: str, found: dict[str, Any], alone: dict[str, Any]) -> bool:
    """Print a line; whether the result is that of one machine."""
    whole, beside = (one["read"] + one["analysis"] for one in (found, alone))
    right = all(found[what] == alone[what] for what in ("digest", "groups", "votes"))
    print(
        f"{name:<14}{found['read']:>9.1f}{found['analysis']:>11.1f}{whole:>9.1f}{whole / beside:>8.2f}"
        f"{found['cpu']:>9.1f}{found['cpu'] / alone['cpu']:>8.2f}{found['mb']:>9.0f}  {'yes' if right else 'NO'}",
        flush=True,
    )
    return right


def main(arguments: list[str]) -> int:
    """Print the table; returns how many results were not those of one machine."""
    people = 100_000 if "--small" in arguments else 1_000_000
    wrong = 0
    with tempfile.TemporaryDirectory() as place:
        parts = Path(place) / "parts"
        parts.mkdir()
        write_parts(parts, people)
        alone = measured(parts)
        print(f"{people:,} x {STATEMENTS:,}, {alone['votes']:,} votes in {PARTS} parts")
        heads = ("read, s", "analysis", "both", "ratio", "cpu, s", "ratio", "most MB")
        print(f"{'':<14}" + "".join(f"{h:>{w}}" for h, w in zip(heads, (9, 11, 9, 8, 9, 8, 9), strict=True)) + "  same")
        show("one machine", alone, alone)
        for workers in (1, 2, 4):
            own = Path(place) / str(workers)
            own.mkdir()
            with cluster(workers, own) as (address, processes):
                found = measured(parts, address)
                times = [process.cpu_times() for process in processes]
                found["cpu"] += sum(one.user + one.system for one in times)
                found["mb"] = max(_most_mb(process.pid) for process in processes)
            wrong += not show(f"{workers} worker{'s' if workers > 1 else ''}", found, alone)
    return wrong


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(one(*sys.argv[2:4]))
    else:
        sys.exit(main(sys.argv[1:]))
