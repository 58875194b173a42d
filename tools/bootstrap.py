"""Make `.venv` with everything that Causeway needs, with uv where it is there and with pip where it is not.

Runs on a bare Python 3.11 or newer; needs nothing installed. `python3 tools/bootstrap.py [--dev] [--peers]`; the peers
that the benchmarks compare with go to `.venv-peers`, apart, since they bind other versions of what we use.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PEERS = ROOT / ".venv-peers"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - this file must say so itself on an older Python
        print("Causeway needs Python 3.11 or newer; this is", sys.version.split()[0])
        return 1
    dev = "--dev" in arguments
    stamp = VENV / ("ready-dev" if dev else "ready")
    wanted = fingerprint()
    if not already_made(wanted, dev=dev):
        install(dev=dev)
        stamp.write_text(wanted)
    if "--peers" in arguments:
        install_peers()
    return 0


def already_made(wanted: str, *, dev: bool) -> bool:
    """A development environment also serves to run; a plain one does not serve to test."""
    stamps = [VENV / "ready-dev"] if dev else [VENV / "ready", VENV / "ready-dev"]
    return any(stamp.exists() and stamp.read_text() == wanted for stamp in stamps)


def fingerprint() -> str:
    """Changes when the locked packages change, so that a pull is followed by an update."""
    files = [ROOT / "pyproject.toml", *sorted((ROOT / "requirements").glob("*.txt"))]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def install(*, dev: bool) -> None:
    uv = shutil.which("uv")
    if uv:
        extra = ["--extra", "dev"] if dev else []
        run([uv, "sync", "--frozen", "--compile-bytecode", "--python", sys.executable, *extra])
        compile_own()
        return
    if not (BIN / "python").exists():
        run([sys.executable, "-m", "venv", str(VENV)])
    python = str(BIN / "python")
    locked = ROOT / "requirements" / ("dev.txt" if dev else "run.txt")
    run([python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(locked)])
    build = ROOT / "requirements" / "build.txt"
    run([python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(build)])
    editable = ["--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    run([python, "-m", "pip", "install", "--quiet", *editable])
    compile_own()


def compile_own() -> None:
    """Compile our modules beforehand, as the packages are: the command line starts in a third of the time."""
    run([str(BIN / "python"), "-m", "compileall", "-q", str(ROOT / "causeway")])


def install_peers() -> None:
    """The programs that the benchmarks compare with, as locked in ``requirements/peers.txt``."""
    locked, stamp = ROOT / "requirements" / "peers.txt", PEERS / "ready"
    wanted = hashlib.sha256(locked.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == wanted:
        return
    python = str(PEERS / BIN.name / "python")
    run([sys.executable, "-m", "venv", str(PEERS)])
    uv = shutil.which("uv")
    if uv:
        run([uv, "pip", "sync", "--quiet", "--require-hashes", "--python", python, str(locked)])
    else:
        run([python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(locked)])
    stamp.write_text(wanted)


def run(command: list[str]) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "VIRTUAL_ENV"}
    subprocess.run(command, check=True, cwd=ROOT, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
