"""Ask to place an alliance under a larger one."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.alliances.commands import placing
from causeway.domains.alliances.models import Alliance
from causeway.domains.alliances.policies import may_place_alliance
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class AskForPlace(Command[Alliance]):
    """Ask that an alliance may stand under a larger one. It does once a coordinator of that one accepts."""

    child_id: UUID
    parent_id: UUID


@performs(
    AskForPlace,
    policy=may_place_alliance,
    says="asked that “{child}” may stand under a larger alliance",
    finds=locked(Alliance, "child_id"),
)
def ask_for_place(actor: Actor, command: AskForPlace, child: Alliance) -> Done[Alliance]:
    asked = placing.ask_for_place(actor, child, command.parent_id)
    events = [asked] if asked else []
    return Done(child, events=events, scope=child.pk, about=command.parent_id, named={"child": child.name})
