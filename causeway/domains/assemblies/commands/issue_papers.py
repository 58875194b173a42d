"""Note that papers were issued."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from causeway.domains.assemblies.models import PostalPaper, PostalVote
from causeway.domains.assemblies.policies import may_run_process
from causeway.domains.assemblies.trail import in_trail
from causeway.kernel import clock
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, locked, performs


@dataclass(frozen=True, kw_only=True)
class IssuePapers(Command[int]):
    """Note that all papers asked for so far were printed and handed out or sent. Their addresses are deleted."""

    process_id: UUID


@performs(
    IssuePapers,
    policy=may_run_process,
    says="issued {papers} papers of “{process}”",
    finds=locked(PostalVote, "process_id"),
)
def issue_papers(_actor: Actor, _command: IssuePapers, vote: PostalVote) -> Done[int]:
    waiting = PostalPaper.objects.filter(elector__roll=vote.pk, issued_on=None)
    issued = waiting.update(issued_on=clock.today(), address="")
    return in_trail(vote.process, issued, papers=issued)
