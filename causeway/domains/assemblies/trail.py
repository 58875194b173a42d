"""What this room writes into a body's trail."""

from __future__ import annotations

from typing import Any, TypeVar

from causeway.domains.alliances.bodies import body_of
from causeway.domains.assemblies.models import Process
from causeway.kernel.commands import Done

T = TypeVar("T")


def in_trail(process: Process, value: T, **named: Any) -> Done[T]:
    """A change of a process, in the trail of its body."""
    return Done(value, scope=body_of(process).pk, about=process.pk, named={"process": process.title, **named})
