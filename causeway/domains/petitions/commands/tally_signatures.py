"""Add new signatures to the totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from causeway.domains.petitions import tally
from causeway.domains.petitions.policies import only_a_job
from causeway.kernel.actors import Actor
from causeway.kernel.commands import Command, Done, performs


@dataclass(frozen=True, kw_only=True)
class TallySignatures(Command[int]):
    """Bring the totals of all petitions up to date, a batch at a time; returns how many signatures were added."""


@performs(TallySignatures, policy=only_a_job, says="added {signatures} new signatures to the totals")
def tally_signatures(_actor: Actor, _command: TallySignatures, _subject: Any) -> Done[int]:
    added = tally.add_waiting()
    return Done(added, named={"signatures": str(added)})
