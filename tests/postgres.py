"""A pytest plugin, loaded before Django: starts a PostgreSQL for the tests unless ``DATABASE_URL`` names one."""

from __future__ import annotations

import os
from pathlib import Path

from causeway.project import database

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = """
fsync = off
synchronous_commit = off
full_page_writes = off
shared_buffers = 256MB
max_connections = 60
"""

os.environ.setdefault("CAUSEWAY_VAR", str(ROOT / "var" / "test"))
os.environ["EMAIL_URL"] = "console:"


def _start() -> None:
    folder = ROOT / "var" / "test" / "postgres"
    server = database.start(folder)
    settings = folder / "postgresql.auto.conf"
    if SETTINGS not in settings.read_text():
        settings.write_text(settings.read_text() + SETTINGS)
        server.stop()
        server.ensure_postgres_running()
    os.environ["DATABASE_URL"] = server.get_uri()


if "DATABASE_URL" not in os.environ:
    _start()
