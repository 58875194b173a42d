"""Read a council's figures from a file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.budgets.council_figures.cells import THOUSAND
from causeway.domains.budgets.council_figures.reading import Wanted, read_figures
from causeway.domains.budgets.models import Budget, Reading
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.domains.campaigns.wording import some_text
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Invalid

UNITS = (1, THOUSAND)


@dataclass(frozen=True, kw_only=True)
class ReadFigures(Command[Reading]):
    """Read the council’s figures from a file, to look at them. Nothing in the budget changes before they are taken in.

    ``vintage`` says what they are and of which year; ``unit_pounds`` whether the file counts in thousands.
    """

    budget_id: UUID
    file_name: str
    vintage: str
    raw: bytes = field(repr=False)
    unit_pounds: int = THOUSAND


@performs(
    ReadFigures,
    policy=may_run_budget,
    says="read the council’s figures for “{budget}” from a file: {lines} lines",
    finds=locked(Budget, "budget_id"),
)
def read_council_figures(_actor: Actor, command: ReadFigures, budget: Budget) -> Done[Reading]:
    if command.unit_pounds not in UNITS:
        raise Invalid(unit_pounds=_("Choose one of the answers."))
    vintage = some_text(command.vintage, "vintage", longest=200)
    wanted = Wanted(name=budget.council_name, code=budget.council_code, unit_pounds=command.unit_pounds)
    found = read_figures(command.raw, wanted)
    Reading.objects.filter(budget=budget, state=Reading.State.WAITING).update(
        state=Reading.State.ASIDE, lines=[], items=[]
    )
    reading = Reading.objects.create(
        budget=budget,
        file_name=(command.file_name.replace("\0", "").strip() or _("a file"))[:200],
        file_digest=f"sha256:{hashlib.sha256(command.raw).hexdigest()}",
        vintage=vintage,
        council_name=found.council[:120],
        councils=found.councils,
        lines=found.lines,
        items=found.items,
        reserves_pounds=found.reserves_pounds,
        report=found.report,
        read_at=clock.now(),
    )
    return in_trail(budget, reading, about=reading.pk, lines=str(len(found.lines)))
