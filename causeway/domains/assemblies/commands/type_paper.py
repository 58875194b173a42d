"""Type in a paper of a stack."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.counting_for import kept_section
from causeway.domains.assemblies.marks import Marks, checked_marks
from causeway.domains.assemblies.models import Ballot, Option, Paper, PostalVote, Stack, StackCount
from causeway.domains.assemblies.postal import TELLERS, agreed_papers
from causeway.domains.assemblies.postal_policies import may_type_papers
from causeway.domains.assemblies.receipts import new_receipt
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor, signed_in
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid


@dataclass(frozen=True, kw_only=True)
class TypePaper(Command[bool]):
    """Type in the paper with this number in the stack, or correct it; whether the whole stack is entered by it.

    ``spoilt``: it is blank, or cannot be read; it counts for the quorum only. Once two tellers agree on every paper,
    all fall into the box at once, in random order, and nothing of the stack is kept.
    """

    stack_id: UUID
    number: int
    marks: tuple[int | None, ...] = field(default=(), repr=False)
    spoilt: bool = False


@performs(
    TypePaper,
    policy=may_type_papers,
    says="typed in a paper of “{process}”",
    finds=locked(Stack, "stack_id"),
    to_the_day=True,
)
def type_paper(actor: Actor, command: TypePaper, stack: Stack) -> Done[bool]:
    if not 1 <= command.number <= stack.size:
        raise Invalid(number=_("The stack has no paper of this number."))
    ballot = stack.vote.process.ballot
    mine = _own_count(actor, stack)
    mine.papers[command.number - 1] = _marks(command, ballot)
    mine.save()
    papers = agreed_papers(stack, list(stack.counts.all()))
    if papers is not None:
        _enter(stack, ballot, papers)
    return in_trail(stack.vote.process, papers is not None)


def _own_count(actor: Actor, stack: Stack) -> StackCount:
    mine = StackCount.objects.filter(stack=stack, teller_id=signed_in(actor)).first()
    if mine is not None:
        return mine
    if stack.counts.count() >= TELLERS:
        raise Conflict(_("Two tellers type this stack in already."))
    return StackCount(stack=stack, teller_id=signed_in(actor), papers=[None] * stack.size)


def _marks(command: TypePaper, ballot: Ballot) -> Marks:
    options = Option.objects.filter(ballot=ballot).count()
    return [0] * options if command.spoilt else checked_marks(ballot.form, command.marks, options=options)


def _enter(stack: Stack, ballot: Ballot, papers: list[Marks]) -> None:
    mixed = sorted(papers, key=lambda _marks: secrets.randbits(64))
    section = kept_section(ballot)  # a paper that comes by post counts for none
    Paper.objects.bulk_create(
        Paper(ballot=ballot, marks=marks, receipt=new_receipt(), section=section) for marks in mixed
    )
    vote = PostalVote.objects.select_for_update(no_key=True).get(pk=stack.vote_id)
    vote.entered += stack.size
    vote.save(update_fields=["entered"])
    stack.delete()
