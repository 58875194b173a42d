"""What this room writes into a body's trail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from causeway.domains.assemblies.bodies import body_of, kind_of
from causeway.domains.assemblies.models import Process
from causeway.kernel.commands import Done
from causeway.kernel.events import Event

T = TypeVar("T")


def in_trail(process: Process, value: T, *, events: Sequence[Event] = (), **named: Any) -> Done[T]:
    """A change of a process, in the trail of its body."""
    body = body_of(process)
    named = {"process": process.title, **named}
    return Done(value, events=events, scope=kind_of(body).trail(body), about=process.pk, named=named)
