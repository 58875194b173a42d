"""What was backed up comes back, whole; what is not a backup is refused."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.db import connection
from pytest_django import Settings

from causeway.kernel.errors import Conflict, Unreadable
from causeway.project.backup import back_up, restore
from tests.scenes import build_scene


def url_of(name: str) -> str:
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


@pytest.fixture
def empty_database(transactional_db: None) -> Iterator[str]:
    name = f"restored_{os.getpid()}"
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}")
        server.execute(f"CREATE DATABASE {name}")
        yield url_of(name)
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_backup_restores_every_row_and_every_file(empty_database: str, tmp_path: Path, settings: Settings) -> None:
    settings.MEDIA_ROOT = tmp_path / "files"
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "note.txt").write_text("kept")
    build_scene()
    back_up(url_of(connection.settings_dict["NAME"]), tmp_path / "backup.tar")
    (tmp_path / "files" / "note.txt").unlink()

    restore(empty_database, tmp_path / "backup.tar")

    assert (tmp_path / "files" / "note.txt").read_text() == "kept"
    with connection.cursor() as here, psycopg.connect(empty_database) as there:
        for table in ("people_person", "alliances_alliance", "alliances_term", "kernel_auditentry"):
            here.execute(f"SELECT count(*) FROM {table}")
            assert here.fetchone() == there.execute(f"SELECT count(*) FROM {table}").fetchone(), table
        with pytest.raises(psycopg.errors.InsufficientPrivilege):  # the append-only trigger came back too
            there.execute("DELETE FROM kernel_auditentry")


def test_a_restore_never_overwrites_unless_told(empty_database: str, tmp_path: Path) -> None:
    source = url_of(connection.settings_dict["NAME"])
    back_up(source, tmp_path / "backup.tar")
    restore(empty_database, tmp_path / "backup.tar")
    with pytest.raises(Conflict, match="not empty"):
        restore(empty_database, tmp_path / "backup.tar")
    restore(empty_database, tmp_path / "backup.tar", replace=True)


@pytest.mark.parametrize("content", [b"", b"not a tar", os.urandom(2000)])
def test_what_is_no_backup_is_refused(empty_database: str, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "wrong.tar").write_bytes(content)
    with pytest.raises(Unreadable, match="not a backup"):
        restore(empty_database, tmp_path / "wrong.tar")


def test_a_truncated_backup_is_refused(empty_database: str, tmp_path: Path) -> None:
    back_up(url_of(connection.settings_dict["NAME"]), tmp_path / "backup.tar")
    whole = (tmp_path / "backup.tar").read_bytes()
    (tmp_path / "backup.tar").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(Unreadable):
        restore(empty_database, tmp_path / "backup.tar")


def test_a_restore_that_fails_leaves_what_was_there(empty_database: str, tmp_path: Path) -> None:
    source = url_of(connection.settings_dict["NAME"])
    back_up(source, tmp_path / "backup.tar")
    with psycopg.connect(empty_database) as there:
        there.execute("CREATE TABLE precious (id int)")
    with psycopg.connect(empty_database) as there:  # a lock that the restore cannot get past
        there.execute("LOCK TABLE precious")
        joint = "&" if "?" in empty_database else "?"
        limited = f"{empty_database}{joint}options=-clock_timeout%3D300"
        with pytest.raises(Unreadable, match="lock timeout"):
            restore(limited, tmp_path / "backup.tar", replace=True)
    with psycopg.connect(empty_database) as there:
        assert there.execute("SELECT count(*) FROM precious").fetchone() == (0,)
