"""Discard a stack of papers."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.models import Stack
from causeway.domains.assemblies.postal_policies import may_type_papers
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class DiscardStack(Command[None]):
    """Forget what was typed of a stack, because it was miscounted or mixed up. The papers are typed in again."""

    stack_id: UUID


@performs(
    DiscardStack,
    policy=may_type_papers,
    says="discarded a stack of papers of “{process}”",
    finds=locked(Stack, "stack_id"),
)
def discard_stack(_actor: Actor, _command: DiscardStack, stack: Stack) -> Done[None]:
    process = stack.vote.process
    stack.delete()
    return in_trail(process, None)
