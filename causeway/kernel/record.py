"""What the door writes down of a change: the rows it was given, the audit row and the events, in one statement.

One statement, because every change pays for it: under load, a trip to the database costs more than the rows do.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import uuid4

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import AutoField, Field, Model

from causeway.kernel.actors import Actor
from causeway.kernel.audit import scope_of, who
from causeway.kernel.commands import Declared, Done
from causeway.kernel.events import Event, to_payload

AUDIT = """INSERT INTO kernel_auditentry
 (id, at, actor_kind, actor_id, acting_for, reason, command, sentence, scope, about)
 VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"""
EVENTS = "INSERT INTO kernel_outboxevent (name, payload) VALUES "

Statement = tuple[str, list[Any]]


def write_down(actor: Actor, declared: Declared, done: Done[Any], *, at: datetime) -> None:
    """Store what a command left to the door, its audit row and its events, within the change's transaction."""
    parts = [insertion(row) for row in done.rows]
    parts += [update(row, fields) for row, fields in done.updates]
    if done.events:
        parts.append(insertion_of_events(done.events))
    statement, values = together([*parts, (AUDIT, audit_values(actor, declared, done, at))])
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def audit_values(actor: Actor, declared: Declared, done: Done[Any], at: datetime) -> list[Any]:
    """The columns of ``AUDIT``, in its order."""
    acting = who(actor)
    return [
        uuid4(),
        at,
        acting["actor_kind"],
        acting.get("actor_id"),
        acting.get("acting_for"),
        acting.get("reason", ""),
        declared.kind.__name__,
        declared.says.format(**done.named),
        done.scope or scope_of(actor),
        done.about,
    ]


def insertion_of_events(events: Sequence[Event]) -> Statement:
    """The statement that stores events, in their order."""
    values = []
    for event in events:
        values += [type(event).__name__, json.dumps(to_payload(event), cls=DjangoJSONEncoder)]
    return EVENTS + ", ".join(["(%s, %s)"] * len(events)), values


def insertion(row: Model) -> Statement:
    """The statement that stores a new row, and its values. Its key must be one that we choose, not the database."""
    statement, fields = _insertion_into(type(row))
    return statement, [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]


@cache
def _insertion_into(model: type[Model]) -> tuple[str, tuple[Field[Any, Any], ...]]:
    fields = model._meta.local_concrete_fields
    if any(isinstance(field, AutoField) for field in fields):
        raise TypeError(f"The database chooses the key of {model.__name__}, so save it yourself.")
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    return f"INSERT INTO {table} ({columns}) VALUES ({places})", tuple(fields)  # noqa: S608 - names of our own


def update(row: Model, names: Sequence[str]) -> Statement:
    """The statement that stores the new values of some fields of a row that is there."""
    quoted = connection.ops.quote_name
    fields = [field for field in row._meta.local_concrete_fields if field.name in names]
    columns = ", ".join(f"{quoted(str(field.column))} = %s" for field in fields)
    key = quoted(str(row._meta.pk.column))
    statement = f"UPDATE {quoted(row._meta.db_table)} SET {columns} WHERE {key} = %s"  # noqa: S608 - names of our own
    return statement, [*(field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields), row.pk]


def together(statements: Sequence[Statement]) -> Statement:
    """Several statements as one: all but the last as its ``WITH`` parts."""
    *first, (last, values) = statements
    if not first:
        return last, values
    parts = ", ".join(f"part_{number} AS ({statement})" for number, (statement, _) in enumerate(first))
    return f"WITH {parts} {last}", [*(value for _, some in first for value in some), *values]
