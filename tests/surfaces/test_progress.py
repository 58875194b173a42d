"""What long commands say of themselves while they work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

CAUSEWAY = Path(sys.executable).with_name("causeway")


def _count(tmp_path: Path, quiet_seconds: str) -> subprocess.CompletedProcess[str]:
    file = tmp_path / "election.blt"
    file.write_text('2 1\n3 1 0\n2 2 0\n0\n"Ann"\n"Ben"\n"Election"\n')
    environment = {**os.environ, "CAUSEWAY_QUIET_SECONDS": quiet_seconds}
    command = [CAUSEWAY, "count", file, "--rule", "scottish", "--json"]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment)


def test_progress_goes_to_the_error_stream_and_leaves_the_result_alone(tmp_path: Path) -> None:
    quiet, talking = _count(tmp_path, "600"), _count(tmp_path, "0")
    assert quiet.stderr == ""
    assert talking.stderr.startswith("causeway: ")
    assert talking.stdout == quiet.stdout
