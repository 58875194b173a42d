"""Cast a ballot paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.counting_for import checked_section
from causeway.domains.assemblies.marks import checked_marks
from causeway.domains.assemblies.models import Ballot, Option, Paper, Voted
from causeway.domains.assemblies.policies import may_cast_paper
from causeway.domains.assemblies.receipts import new_receipt
from causeway.domains.assemblies.standing import elector_of, has_voted
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs
from causeway.kernel.errors import Conflict, Missing


@dataclass(frozen=True, kw_only=True)
class CastPaper(Command[str]):
    """Put a paper into the box, and get the code of the receipt, which is shown this once.

    ``marks``: a number for each option, in their order (``marks.py`` says which). That the elector has voted and what
    was voted are stored apart, in one statement: both or neither, and never twice. ``section``: for which the paper
    counts, where the ballot asks for that; "" for none.
    """

    ballot_id: UUID
    marks: tuple[int | None, ...] = field(repr=False)
    section: str = field(default="", repr=False)


def ballot_to_cast(command: CastPaper) -> Ballot:
    """The ballot with what says whether its vote is open, in three queries: this is asked once for each voter."""
    rows = Ballot.objects.select_related("process__roll")
    whole = rows.prefetch_related("process__phases", "process__roll__objections")
    ballot = whole.filter(pk=command.ballot_id).first()
    if ballot is None:
        raise Missing
    return ballot


@performs(
    CastPaper,
    policy=may_cast_paper,
    says="voted",  # the trail does not say in what: that would tell where somebody belongs
    finds=ballot_to_cast,
    to_the_day=True,
    at_once=True,
)
def cast_paper(actor: Actor, command: CastPaper, ballot: Ballot) -> Done[str]:
    return into_the_box(actor, ballot, command.marks, section=command.section)


def into_the_box(actor: Actor, ballot: Ballot, given: Sequence[int | None], *, section: str = "") -> Done[str]:
    """The casting itself, for whom a policy let in: two rows that nothing joins, for one statement of the door."""
    elector = elector_of(actor, ballot.process.roll)
    if elector is None:
        raise Missing
    if has_voted(elector):
        raise Conflict(_("You have voted already. Nobody can find your paper in the box again, not even to change it."))
    options = Option.objects.filter(ballot=ballot).count()
    marks = checked_marks(ballot.form, given, options=options)
    counts_for = checked_section(ballot, elector, section)
    paper = Paper(ballot=ballot, marks=marks, receipt=new_receipt(), section=counts_for)
    return Done(paper.receipt, rows=[Voted(elector=elector), paper])
