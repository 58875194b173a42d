"""A real Dask cluster: a scheduler and two workers as processes. The result is that of one machine, whoever dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from distributed import Client

from causeway.engines.exact import BadInput
from causeway.engines.opinion import analysis
from causeway.engines.opinion.analysis import outlined, stand
from causeway.engines.opinion.cluster import Cluster, connected
from causeway.engines.opinion.findings import find_in
from causeway.engines.opinion.formats import write_parquet
from causeway.engines.opinion.parts import read_parts
from causeway.engines.opinion.report import as_plain
from causeway.engines.opinion.running import Here
from tests.engines.opinion.test_map import camps
from tests.engines.opinion.test_parts import same, split

ROOT = Path(__file__).resolve().parent.parent.parent.parent
PATIENCE = 120.0


def wait_for(ready: Callable[[], Any]) -> Any:
    end = time.monotonic() + PATIENCE
    while not (found := ready()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)
    return found


@contextmanager
def processes(place: Path, workers: int = 2) -> Iterator[str]:
    """A scheduler and its workers on ports that are free; all are killed at the end. Gives the address."""
    found = place / "scheduler.json"
    joined = ["--scheduler-file", str(found)]
    common = ["--host", "127.0.0.1", "--no-dashboard"]
    begun = [start("scheduler", "--port", "0", *common, *joined)]
    try:
        address: str = wait_for(lambda: address_in(found))
        for number in range(workers):
            folder = ["--local-directory", str(place / f"worker-{number}")]
            begun.append(start("worker", "--nthreads", "1", "--no-nanny", *common, *joined, *folder))
        yield address
    finally:
        for process in begun:
            process.kill()
        for process in begun:
            process.wait()


def start(*what: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    return subprocess.Popen(
        [sys.executable, "-m", "dask", *what],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def address_in(place: Path) -> str | None:
    try:
        address: str = json.loads(place.read_text())["address"]
    except (OSError, ValueError, KeyError):
        return None
    return address


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log of 240 people in six parts."""
    place = tmp_path_factory.mktemp("parts")
    for number, part in enumerate(split(camps(240, 30, seed=3), [person % 6 for person in range(240)])):
        write_parquet(part, place / f"part-{number}.parquet")
    return place


@pytest.fixture(scope="module")
def here(folder: Path) -> dict[str, Any]:
    return as_plain(find_in(read_parts([str(folder)], Here())))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with processes(tmp_path_factory.mktemp("cluster")) as found:
        yield found


def causeway(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "causeway", "opinions", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, timeout=PATIENCE)


def test_the_command_gives_the_same_on_a_cluster_as_here(address: str, folder: Path, here: dict[str, Any]) -> None:
    done = causeway("--scheduler", address, *sorted(folder.glob("*.parquet")), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == json.loads(json.dumps(here))


def test_rounds_of_sums_on_a_cluster_give_the_same_as_here(
    address: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(analysis, "MOST_CELLS", 0)
    parts = [str(folder / f"part-{number}.parquet") for number in (4, 1)]
    with connected(address, patience=PATIENCE) as cluster:
        there, _ = outlined(read_parts(parts, cluster))
    alone, _ = outlined(read_parts(parts, Here()))
    assert same(there, alone)


class Watched(Cluster):
    """Notes the type of everything that is fetched to this process."""

    def fetch(self, handle: Any) -> Any:
        found = super().fetch(handle)
        self.fetched = [*getattr(self, "fetched", []), found]
        return found


def test_nobodys_votes_places_or_labels_are_fetched(address: str, folder: Path) -> None:
    with connected(address, patience=PATIENCE) as cluster:
        watched = Watched(cluster.client)
        find_in(read_parts([str(folder)], watched))
    kinds = {type(one).__name__ for one in watched.fetched}
    allowed = {"list", "ndarray", "str", "Extent", "Tallies", "Components", "Grouping", "Stability", "tuple"}
    assert kinds <= allowed
    longest = max(len(one) for one in watched.fetched if type(one).__name__ == "ndarray")
    assert longest <= 30  # labels of statements, or sizes of groups: there are 40 people in a part


def held(function: Callable[..., Any], folder: str, *arguments: Any) -> Any:
    """The function, once the file “go” is there; says first which process waits."""
    Path(folder, f"{os.getpid()}.waits").touch()
    while not Path(folder, "go").exists():
        time.sleep(0.01)
    return function(*arguments)


class Held(Cluster):
    """Holds the second pass, in which people are placed on the map."""

    folder = ""

    def run(self, function: Callable[..., Any], *arguments: object) -> Any:
        if function is stand:
            return super().run(held, function, self.folder, *arguments)
        return super().run(function, *arguments)


def test_what_a_worker_refuses_is_said_here_in_a_sentence(address: str, folder: Path, tmp_path: Path) -> None:
    missing = causeway("--scheduler", address, tmp_path / "none.parquet")
    assert (missing.returncode, missing.stdout) == (2, "")
    assert "none.parquet” names no Parquet file or folder" in missing.stderr.splitlines()[-1]
    twice = tmp_path / "again.parquet"
    twice.write_bytes((folder / "part-1.parquet").read_bytes())
    with connected(address, patience=PATIENCE) as cluster, pytest.raises(BadInput, match="spread over several parts"):
        read_parts([str(folder), str(twice)], cluster)


def test_a_scheduler_that_is_not_there_is_said_in_a_sentence() -> None:
    for wrong in ("tcp://127.0.0.1:1", "nonsense://x", "127.0.0.1:notaport"):
        with pytest.raises(BadInput, match="No scheduler answers"), connected(wrong, patience=0.5):
            pass


def test_a_tls_address_without_certificates_is_refused_at_once() -> None:
    with pytest.raises(BadInput, match="CA_FILE"), connected("tls://127.0.0.1:1", patience=PATIENCE):
        pass


def test_a_cluster_without_workers_or_a_scheduler_that_dies_is_said_in_a_sentence(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with processes(tmp_path, workers=0) as found:
        with pytest.raises(BadInput, match="has no workers"), connected(found, patience=1.0):
            pass
        with Client(found, timeout=PATIENCE, set_as_default=False) as client:
            cluster = Cluster(client)
            waiting = cluster.run(len, "never")
            os.kill(client.run_on_scheduler(os.getpid), signal.SIGKILL)
            with pytest.raises(BadInput, match="cannot be reached any more"):
                cluster.fetch(waiting)
    assert "Traceback" not in capfd.readouterr().err


def test_without_the_extra_the_command_says_what_to_install(folder: Path) -> None:
    program = (
        "import sys; sys.modules['distributed'] = None\n"
        "from causeway.project.cli import main\n"
        f"sys.argv = ['causeway', 'opinions', '--scheduler', 'tcp://127.0.0.1:1', {str(folder)!r}]\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ("causeway: The extra “cluster” is not installed: pip install 'causeway[cluster]'.\n")


def test_only_one_file_knows_of_dask() -> None:
    """Neither the engine nor the command line starts Dask where nobody asked for a scheduler."""
    program = (
        "import sys\n"
        "import causeway.engines.opinion.parts, causeway.engines.opinion.report, causeway.surfaces.cli.opinions\n"
        "print(sorted({'dask', 'distributed'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"
    told = [path.name for path in (ROOT / "causeway").rglob("*.py") if "from distributed" in path.read_text()]
    assert told == ["cluster.py"]


def test_a_worker_killed_in_the_middle_of_the_second_pass_changes_nothing(
    address: str, tmp_path: Path, folder: Path, here: dict[str, Any]
) -> None:
    """The last test: one worker is left afterwards."""
    killed = []

    def kill_one() -> None:
        waiting = wait_for(lambda: sorted(tmp_path.glob("*.waits")))
        killed.append(int(waiting[0].stem))
        os.kill(killed[0], signal.SIGKILL)
        (tmp_path / "go").touch()

    with connected(address, patience=PATIENCE) as cluster:
        wait_for(lambda: len(cluster.client.scheduler_info()["workers"]) == 2)
        runner = Held(cluster.client)
        runner.folder = str(tmp_path)
        killer = threading.Thread(target=kill_one)
        killer.start()
        there = as_plain(find_in(read_parts([str(folder)], runner)))
        killer.join()
        left = cluster.client.run(os.getpid)
    assert there == here
    assert len(left) == 1
    assert killed[0] not in left.values()
