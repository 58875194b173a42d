"""Renewing what is sealed, after a new key was made the current one.

Each batch is a transaction of its own and looks only for values that another key sealed: so it can be stopped and
started again at any moment, and goes on where it was.
"""

from __future__ import annotations

from django.conf import settings
from django.db import connection, models
from psycopg import sql

from causeway.kernel.sealing import SealedBytesField, SealedTextField, seal_bytes, unseal_bytes


def reseal_batch(model: type[models.Model], field: SealedTextField | SealedBytesField, limit: int) -> int:
    """Seal up to ``limit`` values of one field with the current key; returns how many there were.

    Call it within a transaction. Raises Unsealable where the key of a value is not in the settings any more.
    """
    name = settings.SEALING_KEY_CURRENT.encode()
    prefix = bytes([len(name)]) + name
    places = {
        "table": sql.Identifier(model._meta.db_table),
        "key": sql.Identifier(str(model._meta.pk.column)),
        "field": sql.Identifier(str(field.column)),
    }
    find = sql.SQL(
        "SELECT {key}, {field} FROM {table} WHERE length({field}) > 0 "
        "AND substring({field} FROM 1 FOR %s) <> %s LIMIT %s FOR UPDATE SKIP LOCKED"
    ).format(**places)
    store = sql.SQL("UPDATE {table} SET {field} = %s WHERE {key} = %s").format(**places)
    with connection.cursor() as cursor:
        cursor.execute(find.as_string(), [len(prefix), prefix, limit])
        rows = cursor.fetchall()
        renewed = [(seal_bytes(unseal_bytes(bytes(value), field.context), field.context), key) for key, value in rows]
        if renewed:
            cursor.executemany(store.as_string(), renewed)
    return len(rows)
