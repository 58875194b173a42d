"""Fill in a figure that the council's file leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.models import Line
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.domains.budgets.wording import MOST_POUNDS
from causeway.domains.campaigns.wording import some_text
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class FillLine(Command[Line]):
    """Say what stands in a line where the file has no figure, and where that was found."""

    line_id: UUID
    net_pounds: int
    source: str


@performs(
    FillLine,
    policy=may_run_budget,
    says="filled in the figure of “{line}” in “{budget}”",
    finds=in_budget(Line, "line_id"),
)
def fill_line(_actor: Actor, command: FillLine, line: Line) -> Done[Line]:
    if not line.missing:
        raise Conflict(_("The council’s file has a figure for this line. It is not changed here."))
    if abs(command.net_pounds) > MOST_POUNDS:
        raise Invalid(net_pounds=_("This is more money than there is. Check the noughts."))
    line.net_pounds = command.net_pounds
    line.filled_from = some_text(command.source, "source", longest=300)
    line.save(update_fields=["net_pounds", "filled_from"])
    return in_trail(line.budget, line, about=line.pk, line=line.name)
