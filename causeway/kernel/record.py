"""What the door writes down of a change: its audit row and its events, in one statement.

One statement instead of two, because every change pays for it: under load, a trip to the database costs more than
the rows do.
"""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

from causeway.kernel.actors import Actor
from causeway.kernel.audit import scope_of, who
from causeway.kernel.commands import Declared, Done
from causeway.kernel.events import to_payload

AUDIT = """INSERT INTO kernel_auditentry
 (id, at, actor_kind, actor_id, acting_for, reason, command, sentence, scope, about)
 VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"""
WITH_EVENTS = "WITH audit AS (" + AUDIT + ") INSERT INTO kernel_outboxevent (name, payload) VALUES "  # noqa: S608 - no input in it


def write_down(actor: Actor, declared: Declared, done: Done[Any], *, at: datetime) -> None:
    """Write the audit row of a change and store its events, within the change's transaction."""
    acting = who(actor)
    values: list[Any] = [
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
    for event in done.events:
        values += [type(event).__name__, json.dumps(to_payload(event), cls=DjangoJSONEncoder)]
    statement = WITH_EVENTS + ", ".join(["(%s, %s)"] * len(done.events)) if done.events else AUDIT
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
