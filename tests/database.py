"""The tests' database is as good as new, whatever was run before: an earlier commit, or a run that was killed.

It is kept from one run to the next, which saves the migrations. Where other migrations made it, it is made again; what
a killed run left in its tables is thrown away. One run at a time uses it.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

KEPT = ("django_migrations", "django_content_type", "auth_permission")
QUEUE = ("procrastinate_jobs", "procrastinate_workers", "procrastinate_periodic_defers", "procrastinate_events")


def migrations_digest() -> str:
    """Names all migrations, ours and those of the parts that we use, by their content."""
    digest = hashlib.sha256()
    for key, migration in sorted(MigrationLoader(None, ignore_no_migrations=True).disk_migrations.items()):
        source = Path(inspect.getfile(type(migration))).read_bytes()
        digest.update(repr(key).encode() + source)
    return digest.hexdigest()


@contextmanager
def held() -> Iterator[None]:
    """Hold the tests' database for this run, and forget it first where other migrations made it."""
    name = connection.creation._get_test_db_name()
    with psycopg.connect(**maintenance(), autocommit=True) as server:
        taken = server.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [name]).fetchone()
        if taken != (True,):
            pytest.exit(f"Another run of the tests uses the database {name}: wait until it ends.", returncode=3)
        found = server.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
        ).fetchone()
        if found and found[0] != migrations_digest():
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        yield


def maintenance() -> dict[str, object]:
    """How to connect to the server beside the tests' database."""
    parts = connection.get_connection_params()
    names = ("host", "port", "user", "password", "dbname")
    return {name: parts[name] for name in names if name in parts} | {"dbname": "postgres"}


def empty() -> None:
    """Throw away what a run that was killed left in the tables, and note which migrations made them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL(%s)", [[*KEPT]]
        )
        tables = ", ".join(f'"{row[0]}"' for row in cursor.fetchall())
        cursor.execute(f"TRUNCATE {tables}")
        cursor.execute(f"COMMENT ON DATABASE \"{connection.settings_dict['NAME']}\" IS '{migrations_digest()}'")


def forget_jobs() -> None:
    """Empty the queue's tables, which are procrastinate's own, so that Django's flush leaves them alone."""
    with connection.cursor() as cursor:
        cursor.execute("; ".join(f"DELETE FROM {table}" for table in QUEUE))
