"""Take in the figures that were read from a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F
from django.utils.translation import gettext as _

from causeway.domains.budgets.commands.finding import in_budget
from causeway.domains.budgets.council_figures.statutes import mark_for
from causeway.domains.budgets.models import Budget, Item, Line, Proposal, Reading, Source
from causeway.domains.budgets.policies import may_run_budget
from causeway.domains.budgets.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict

OUT_OF_THE_WAY = 100_000  # places are unique, and both generations of lines stand there for a moment
MARKS = ("statutory", "statute", "marked_by_id", "marked_why", "marked_on")


@dataclass(frozen=True, kw_only=True)
class TakeInFigures(Command[Source]):
    """Take the figures that were read into the budget: its lines, and the amounts that go into the balance.

    Taken in again, they replace the figures before. Proposals and savings stay with the line of the same number and
    name, and so does what people marked there.
    """

    reading_id: UUID


@performs(
    TakeInFigures,
    policy=may_run_budget,
    says="took in the council’s figures for “{budget}”: {lines} lines",
    finds=in_budget(Reading, "reading_id"),
)
def take_in_figures(_actor: Actor, _command: TakeInFigures, reading: Reading) -> Done[Source]:
    budget = reading.budget
    if reading.state != Reading.State.WAITING:
        raise Conflict(_("These figures were taken in or put aside already. Read the file again."))
    before = list(Line.objects.filter(budget=budget))
    Line.objects.filter(budget=budget).update(place=F("place") + OUT_OF_THE_WAY)
    source = Source.objects.create(
        budget=budget,
        file_name=reading.file_name,
        file_digest=reading.file_digest,
        vintage=reading.vintage,
        taken_on=clock.today(),
    )
    lines = _store_lines(budget, source, reading.lines)
    _carry_over(before, lines)
    Line.objects.filter(pk__in=[line.pk for line in before]).delete()
    Source.objects.filter(budget=budget).exclude(pk=source.pk).delete()  # with the amounts that came with it
    _store_items(budget, source, reading.items)
    reading.state, reading.lines, reading.items = Reading.State.TAKEN, [], []
    reading.save(update_fields=["state", "lines", "items"])
    return in_trail(budget, source, lines=str(len(lines)))


def _store_lines(budget: Budget, source: Source, read: list[dict[str, Any]]) -> list[Line]:
    lines = []
    for place, one in enumerate(read):
        line = Line(budget=budget, source=source, place=place, **one)
        if line.role != Line.Role.TOTAL:
            mark = mark_for(budget.nation, line.code, line.name)
            line.statutory, line.statute = mark.statutory, mark.statute
        lines.append(line)
    return Line.objects.bulk_create(lines)


def _carry_over(before: list[Line], lines: list[Line]) -> None:
    """What hangs on the lines before goes over to those of the same number and name."""
    now = {(line.code, line.name.casefold()): line for line in lines}
    for old in before:
        new = now.get((old.code, old.name.casefold()))
        if new is None:
            continue
        Proposal.objects.filter(line=old).update(line=new)
        Item.objects.filter(line=old).update(line=new)
        if old.marked_on:
            for name in MARKS:
                setattr(new, name, getattr(old, name))
            new.save(update_fields=[name.removesuffix("_id") for name in MARKS])


def _store_items(budget: Budget, source: Source, read: list[dict[str, Any]]) -> None:
    Item.objects.bulk_create(
        Item(
            budget=budget,
            kind=one["kind"],
            title=one["title"],
            amount_pounds=one["amount_pounds"],
            source=f"{source.vintage}, {one['cell']}"[:300],
            taken_from=source,
            entered_on=source.taken_on,
        )
        for one in read
    )
