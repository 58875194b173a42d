"""Take a recorded result away."""

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
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class WithdrawResult(Command[Result]):
    """Take it off every page. It stays stored and can be put back."""

    result_id: UUID


@performs(
    WithdrawResult,
    policy=may_run_campaign,
    says="took a result of the campaign “{campaign}” away",
    finds=locked(Result, "result_id"),
)
def withdraw_result(_actor: Actor, _command: WithdrawResult, result: Result) -> Done[Result]:
    result.withdrawn_on = clock.today()
    result.save(update_fields=["withdrawn_on"])
    return in_trail(result.campaign, result, about=result.pk)
