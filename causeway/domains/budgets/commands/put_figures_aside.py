"""Put aside figures that were read from a file."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.models import Budget, Reading
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict


@dataclass(frozen=True, kw_only=True)
class PutFiguresAside(Command[Budget]):
    """Take in nothing of what was read. It is not kept."""

    reading_id: UUID


@performs(
    PutFiguresAside,
    policy=may_run_budget,
    says="put figures that were read for “{budget}” aside",
    finds=in_budget(Reading, "reading_id"),
)
def put_figures_aside(_actor: Actor, _command: PutFiguresAside, reading: Reading) -> Done[Budget]:
    if reading.state != Reading.State.WAITING:
        raise Conflict(_("These figures were taken in or put aside already."))
    reading.state, reading.lines, reading.items = Reading.State.ASIDE, [], []
    reading.save(update_fields=["state", "lines", "items"])
    return in_trail(reading.budget, reading.budget)
