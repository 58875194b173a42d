"""`causeway backup` and `causeway restore`: everything that an installation holds, in one file.

The file is a tar of the database (pg_dump's custom format), the kept files, and a manifest with their digests. The
keys are not in it: whoever has the backup alone reads no sealed field. Keep ``CAUSEWAY_SECRETS`` (or
``var/secrets.json``) elsewhere; without them a restored installation cannot open what is sealed.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import click
import psycopg
from django.conf import settings

from causeway import __version__
from causeway.kernel.errors import Conflict, Unreadable
from causeway.project import database

DUMP = "database.dump"
FILES = "files"
MANIFEST = "manifest.json"


@click.command()
@click.argument("target", type=click.Path(path_type=Path, dir_okay=False))
def backup_command(target: Path) -> None:
    """Write everything that this installation holds to the file TARGET."""
    with database.running(settings.VAR_DIR / "postgres") as postgres:
        back_up(postgres.url, target)
    click.echo(f"Wrote {target} ({target.stat().st_size / 1e6:.1f} MB). Keep the keys elsewhere.")


@click.command()
@click.argument("source", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--replace", is_flag=True, help="Replace what the database holds now. It cannot be undone.")
def restore_command(source: Path, replace: bool) -> None:
    """Bring back what `causeway backup` wrote to the file SOURCE, into an empty database."""
    with database.running(settings.VAR_DIR / "postgres") as postgres:
        restore(postgres.url, source, replace=replace)
    click.echo(f"Restored {source}.")


def back_up(url: str, target: Path) -> None:
    """Write database and files to ``target``, wholly or not at all."""
    with tempfile.TemporaryDirectory() as scratch:
        dump = Path(scratch) / DUMP
        _call("pg_dump", "--format=custom", "--no-owner", f"--file={dump}", url)
        manifest = {
            "causeway": __version__,
            "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "database_sha256": _digest(dump),
        }
        (Path(scratch) / MANIFEST).write_text(json.dumps(manifest, indent=1))
        draft = target.with_name(target.name + ".part")
        with tarfile.open(draft, "w") as archive:
            archive.add(Path(scratch) / MANIFEST, MANIFEST)
            archive.add(dump, DUMP)
            if Path(settings.MEDIA_ROOT).exists():
                archive.add(settings.MEDIA_ROOT, FILES)
        os.replace(draft, target)


def restore(url: str, source: Path, *, replace: bool = False) -> None:
    """Bring back a backup. Raises Unreadable for what is none, Conflict where the database is not empty."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        _unpack(source, folder)
        if not replace and not _is_empty(url):
            raise Conflict("The database is not empty. Restore into an empty one, or say --replace.")
        script = folder / "database.sql"
        _call("pg_restore", "--no-owner", f"--file={script}", str(folder / DUMP))
        emptied = ["--command=DROP SCHEMA public CASCADE; CREATE SCHEMA public"] if replace else []
        # emptied and filled in one transaction: a restore that fails leaves what was there
        once = ["--quiet", "--no-psqlrc", "--output=/dev/null", "--single-transaction", "--set=ON_ERROR_STOP=1"]
        _call("psql", *once, *emptied, f"--file={script}", url)
        if (folder / FILES).exists():
            shutil.copytree(folder / FILES, settings.MEDIA_ROOT, dirs_exist_ok=True)


def _unpack(source: Path, folder: Path) -> None:
    try:
        with tarfile.open(source) as archive:
            archive.extractall(folder, filter="data")
        manifest = json.loads((folder / MANIFEST).read_text())
        intact = manifest["database_sha256"] == _digest(folder / DUMP)
    except (tarfile.TarError, OSError, ValueError, KeyError) as error:
        raise Unreadable(f"{source} is not a backup that Causeway wrote, or it is damaged.") from error
    if not intact:
        raise Unreadable(f"{source} is damaged: the database in it is not the one that was written.")


def _is_empty(url: str) -> bool:
    with psycopg.connect(url) as connection:
        row = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    return row == (0,)


def _call(program: str, *arguments: str) -> None:
    """Run one of PostgreSQL's own programs: the embedded ones, which are as new as any server that we support."""
    done = subprocess.run([database.program(program), *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unreadable(f"{program} failed: {done.stderr.strip()[:500]}")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
