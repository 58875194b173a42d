"""Withdraw an impact check."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.campaigns.wording import some_text
from causeway.domains.impact.models import ImpactCheck
from causeway.domains.impact.policies import may_publish_check
from causeway.domains.impact.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class WithdrawCheck(Command[ImpactCheck]):
    """Withdraw what was published, with a reason that stands in its place. It can be published again."""

    check_id: UUID
    reason: str


@performs(
    WithdrawCheck,
    policy=may_publish_check,
    says="withdrew the impact check of “{subject}”",
    finds=locked(ImpactCheck, "check_id"),
)
def withdraw_check(_actor: Actor, command: WithdrawCheck, check: ImpactCheck) -> Done[ImpactCheck]:
    if check.published_on is None or check.withdrawn_on:
        raise Conflict(_("This check is not published."))
    check.withdrawn_why = some_text(command.reason, "reason", longest=300)
    check.withdrawn_on = clock.today()
    check.save(update_fields=["withdrawn_on", "withdrawn_why"])
    return in_trail(check, check)
