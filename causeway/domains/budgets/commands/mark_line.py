"""Mark whether a line is a statutory duty."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.models import Line
from causeway.domains.budgets.policies import may_add_to_budget
from causeway.domains.budgets.trail import in_trail
from causeway.domains.campaigns.wording import a_choice, some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Invalid


@dataclass(frozen=True, kw_only=True)
class MarkLine(Command[Line]):
    """Say whether the law makes a service a duty, which law, and why one thinks so. The newest mark is shown."""

    line_id: UUID
    statutory: str
    statute: str = ""
    why: str


@performs(
    MarkLine,
    policy=may_add_to_budget,
    says="marked whether “{line}” in “{budget}” is a duty",
    finds=in_budget(Line, "line_id"),
)
def mark_line(actor: Actor, command: MarkLine, line: Line) -> Done[Line]:
    if line.role == Line.Role.TOTAL:
        raise Invalid(statutory=_("A total is no service."))
    line.statutory = a_choice(command.statutory, "statutory", Line.Statutory)
    is_duty = line.statutory in {Line.Statutory.DUTY, Line.Statutory.PARTLY}
    line.statute = some_text(command.statute, "statute", longest=300, needed=is_duty)
    line.marked_why = some_text(command.why, "why", longest=300)
    line.marked_by_id = signed_in(actor)
    line.marked_on = clock.today()
    line.save(update_fields=["statutory", "statute", "marked_why", "marked_by", "marked_on"])
    return in_trail(line.budget, line, about=line.pk, line=line.name)
