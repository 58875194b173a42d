"""Accept somebody's offer to cost proposals."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.models import Coster
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class AcceptCoster(Command[Coster]):
    """Let somebody who offered to cost do so."""

    coster_id: UUID


@performs(
    AcceptCoster,
    policy=may_run_budget,
    says="accepted an offer to cost proposals in “{budget}”",
    finds=in_budget(Coster, "coster_id"),
)
def accept_coster(_actor: Actor, _command: AcceptCoster, coster: Coster) -> Done[Coster]:
    if coster.accepted_on:
        raise Conflict(_("This offer was accepted already."))
    coster.accepted_on = clock.today()
    coster.save(update_fields=["accepted_on"])
    return in_trail(coster.budget, coster)
