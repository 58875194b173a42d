"""Take a name back that one suggested."""

from __future__ import annotations

from dataclasses import dataclass

from causeway.domains.assemblies.models import Suggestion
from causeway.domains.assemblies.name_policies import may_take_back_name
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class TakeBackName(Command[None]):
    """Take one's suggestion back, while names are suggested. Nothing of it is kept."""

    suggestion_id: int


@performs(
    TakeBackName,
    policy=may_take_back_name,
    says="took a name back in “{process}”",
    finds=locked(Suggestion, "suggestion_id"),
    to_the_day=True,
)
def take_back_name(_actor: Actor, _command: TakeBackName, suggestion: Suggestion) -> Done[None]:
    process = suggestion.process
    suggestion.delete()
    return in_trail(process, None)
