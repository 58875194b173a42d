"""What many tests start from, built once a session and then put back, row by row.

A scene takes dozens of commands to set up. A snapshot runs them once, writes the rows down as one piece of SQL, and
puts them into the empty tables wherever a test asks for the scene. A test cannot tell the difference, and none sees
what another one did.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.db import connection, transaction

T = TypeVar("T")

WITHOUT_TRIGGERS = "SET session_replication_role = replica"
"""They ran when the rows were made. A paper cannot be put back otherwise once its box is closed."""
WITH_TRIGGERS = "SET session_replication_role = DEFAULT"


@dataclass(frozen=True)
class Snapshot(Generic[T]):
    """``made`` is what the builder returned; ``sql`` puts its rows back."""

    made: T
    sql: str

    def restore(self) -> T:
        """Put the rows into the (empty) tables; returns a copy of what the builder made."""
        with connection.cursor() as cursor:
            cursor.execute(f"{WITHOUT_TRIGGERS};\n{self.sql};\n{WITH_TRIGGERS}")
        return deepcopy(self.made)


def take(build: Callable[[], T]) -> Snapshot[T]:
    """Build on empty tables, write every row down, and leave the tables empty again.

    The rows keep their numbers: sequences go on from there, as they are not reset between tests.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        before = {table: _count(cursor, table) for table in _tables()}
        made = build()
        inserts = [
            _insert(cursor, table, columns)
            for table, columns in _tables().items()
            if _count(cursor, table) > before[table]
        ]
        transaction.set_rollback(True)
    return Snapshot(made, ";\n".join(inserts))


def _tables() -> dict[str, list[str]]:
    """Our tables, each with its columns but for those that the database computes itself."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    return {
        model._meta.db_table: [field.column for field in model._meta.local_concrete_fields if not field.generated]
        for model in models
    }


def _count(cursor: Any, table: str) -> int:
    cursor.execute(f'SELECT count(*) FROM "{table}"')
    return int(cursor.fetchone()[0])


def _insert(cursor: Any, table: str, columns: list[str]) -> str:
    """All rows of a table as one INSERT; PostgreSQL itself writes the values down."""
    names = ", ".join(f'"{column}"' for column in columns)
    literals = ", ".join(["%L"] * len(columns))
    cursor.execute(f"SELECT format('({literals})', {names}) FROM \"{table}\"")
    rows = ", ".join(row[0] for row in cursor.fetchall())
    return f'INSERT INTO "{table}" ({names}) VALUES {rows}'
