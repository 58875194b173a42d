"""Look for somebody's traces in the whole database: every column of every table, and inside what is sealed."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.contrib.sessions.models import Session
from django.db import connection

from causeway.kernel.sealing import sealed_fields

TABLES = """
SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables
WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'
"""


def traces_of(*words: str) -> list[str]:
    """Where any of these words stands, whatever its case: tables, sealed fields and sessions, sorted."""
    return sorted({*_in_tables(words), *_in_sealed_fields(words), *_in_sessions(words)})


def _in_tables(words: tuple[str, ...]) -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        for (table,) in cursor.fetchall():
            cursor.execute(f"SELECT row_text::text FROM {table} AS row_text")
            if any(_holds(row, words) for (row,) in cursor.fetchall()):
                yield table


def _holds(row: str, words: tuple[str, ...]) -> bool:
    """Bytes are written as hexadecimal digits."""
    text = row.casefold()
    return any(word.casefold() in text or word.encode().hex() in text for word in words)


def _in_sealed_fields(words: tuple[str, ...]) -> Iterator[str]:
    for model, field in sealed_fields(apps.get_models()):
        for value in model._default_manager.values_list(field.name, flat=True):
            text = value if isinstance(value, str) else bytes(value).decode("latin-1")
            if any(word.casefold() in text.casefold() for word in words):
                yield field.context


def _in_sessions(words: tuple[str, ...]) -> Iterator[str]:
    for session in Session.objects.all():
        if any(word.casefold() in str(session.get_decoded()).casefold() for word in words):
            yield "sessions"
