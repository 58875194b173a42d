"""Forget the keys of a tip-off handler whose account was erased."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from causeway.domains.services.models import HandlerKey
from causeway.domains.services.policies.tipoffs import may_forget_handler
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class ForgetHandler(Command[None]):
    """Delete a handler’s keys with every copy that was sealed to them. The other handlers keep theirs; what the
    person wrote and proposed stays, with the bare identifier only."""

    person_id: UUID


@performs(
    ForgetHandler,
    policy=may_forget_handler,
    says="deleted the keys for tip-offs of an erased account",
    to_the_day=True,
)
def forget_handler(_actor: Actor, command: ForgetHandler, _subject: Any) -> Done[None]:
    HandlerKey.objects.filter(person_id=command.person_id).delete()
    return Done(None, scope=command.person_id)
