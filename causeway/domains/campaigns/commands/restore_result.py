"""Put a recorded result back."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.campaigns.models import (
    Result,
)
from causeway.domains.campaigns.policies import (
    may_run_campaign,
)
from causeway.domains.campaigns.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class RestoreResult(Command[Result]):
    """Undo: put back what was taken away."""

    result_id: UUID


@performs(
    RestoreResult,
    policy=may_run_campaign,
    says="put a result of the campaign “{campaign}” back",
    finds=locked(Result, "result_id"),
)
def restore_result(_actor: Actor, _command: RestoreResult, result: Result) -> Done[Result]:
    result.withdrawn_on = None
    result.save(update_fields=["withdrawn_on"])
    return in_trail(result.campaign, result, about=result.pk)
