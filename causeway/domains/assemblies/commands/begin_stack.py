"""Begin a stack of papers."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from causeway.domains.assemblies.models import PostalVote, Stack
from causeway.domains.assemblies.postal import least_stack, waiting
from causeway.domains.assemblies.postal_policies import may_type_papers
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs
from causeway.kernel.errors import Conflict, Invalid

MOST = 100


@dataclass(frozen=True, kw_only=True)
class BeginStack(Command[Stack]):
    """Begin to type in so many papers, taken out of their envelopes and mixed by hand, numbered from 1 in pencil."""

    process_id: UUID
    size: int


@performs(
    BeginStack,
    policy=may_type_papers,
    says="began a stack of {size} papers of “{process}”",
    finds=locked(PostalVote, "process_id"),
)
def begin_stack(_actor: Actor, command: BeginStack, vote: PostalVote) -> Done[Stack]:
    if Stack.objects.filter(vote=vote).exists():
        raise Conflict(_("Another stack is being typed in. Finish that first."))
    if command.size > min(waiting(vote), MOST):
        raise Invalid(size=_("So many papers cannot be there: fewer envelopes were opened, or a hundred is the most."))
    if command.size < max(least_stack(vote), 1):
        raise Invalid(
            size=_("So few papers would say whose they are. Wait for more, or until the day for the post is over.")
        )
    stack = Stack.objects.create(vote=vote, size=command.size)
    return in_trail(vote.process, stack, size=command.size)
