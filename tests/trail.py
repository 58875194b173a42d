"""What a change leaves behind: the sentence in the audit trail, and the events that wait to be handed over."""

from __future__ import annotations

from typing import Any

from causeway.kernel.commands import Command
from causeway.kernel.models import AuditEntry, OutboxEvent


def last_sentence(kind: type[Command[Any]]) -> str:
    """What the audit trail says of the last change of this kind."""
    return AuditEntry.objects.filter(command=kind.__name__).latest("at").sentence


def announced(name: str) -> int:
    """How many events of this name were ever stored."""
    return OutboxEvent.objects.filter(name=name).count()
