"""Run every check of the house side by side, and print the output of those that failed."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

BIN = Path(sys.executable).parent
CHECKS = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "floors": ["lint-imports"],
    "migrations": ["django-admin", "makemigrations", "--check", "--dry-run"],
    "templates": ["djlint", "--lint", "--quiet", "causeway"],
}


def check(name: str) -> tuple[str, int, str, float]:
    started = time.monotonic()
    program, *arguments = CHECKS[name]
    done = subprocess.run(
        [str(BIN / program), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    return name, done.returncode, done.stdout + done.stderr, time.monotonic() - started


def environment() -> dict[str, str]:
    import os

    return {**os.environ, "DJANGO_SETTINGS_MODULE": "causeway.project.settings", "PYTHONPATH": "."}


def main() -> int:
    failed = False
    with ThreadPoolExecutor(max_workers=2) as pool:
        for name, status, output, seconds in pool.map(check, CHECKS):
            print(f"{name:<12}{'ok' if status == 0 else 'FAILED':<8}{seconds:5.1f} s")
            if status:
                failed = True
                print(output)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
